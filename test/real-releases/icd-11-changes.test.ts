// What changed from ICD-11 MMS 2018-12 to 2024-01: the figures that are known, and how each of them comes about.
import { icd11 } from '@codeset/ingest-icd-11';
import { heldNormalized } from '@codeset/test-kit';
import { type ConceptRecord, canonicalJson, layOut, type NormalizedRelease } from '@codeset/terminology';
import { beforeAll, describe, expect, it } from 'vitest';
import { normalizedEdition, skipReason } from './icd-11-editions.ts';

interface PlacedConcept extends ConceptRecord {
  /** Levels above it: the marks before its published title. */
  readonly depth: number;
}

/** The code of a category; null for chapters and blocks, which have none of their own. */
function codeOf({ code, content }: ConceptRecord): string | null {
  return content.kind === 'category' || content.kind === 'extensionCode' ? code : null;
}

// Skipped only where the published files are not there, and never in CI: the title then says why.
describe.skipIf(skipReason !== null)(`ICD-11 MMS from 2018-12 to 2024-01 ${skipReason ?? ''}`, () => {
  let before: NormalizedRelease;
  let now: NormalizedRelease;
  /** The entities that are in both, before and now. */
  let pairs: (readonly [PlacedConcept, PlacedConcept])[];

  beforeAll(async () => {
    before = await normalizedEdition('2018-12');
    now = await normalizedEdition('2024-01', 'tabulation-text');
    const earlier = placed(before);
    pairs = [...placed(now).values()].flatMap((concept) => {
      const old = earlier.get(concept.key);
      return old === undefined ? [] : [[old, concept] as const];
    });
  });

  it('31,022 entities are in both, 1,913 left, 5,022 came', () => {
    const { length } = pairs;
    expect([length, before.concepts.length - length, now.concepts.length - length]).toEqual([
      31_022, 1_913, 5_022,
    ]);
  });

  it('5,026 codes were added and 1,995 removed, by plain difference of the code columns', () => {
    const old = new Set(before.concepts.flatMap((concept) => codeOf(concept) ?? []));
    const codes = new Set(now.concepts.flatMap((concept) => codeOf(concept) ?? []));
    const gone = [...old].filter((code) => !codes.has(code));
    expect([[...codes].filter((code) => !old.has(code)).length, gone.length]).toEqual([5_026, 1_995]);
  });

  it('5,511 titles changed as they are published, with their marks; 1,809 of them in words', () => {
    const words = pairs.filter(([old, concept]) => old.content.display !== concept.content.display);
    const published = pairs.filter(
      ([old, concept]) => old.content.display !== concept.content.display || old.depth !== concept.depth,
    );
    expect([published.length, words.length]).toEqual([5_511, 1_809]);
  });

  it('181 entities have another code: 109 another one, 49 lost it and became blocks, 23 blocks got one', () => {
    const changed = pairs.filter(([old, concept]) => codeOf(old) !== codeOf(concept));
    const lost = changed.filter(([, concept]) => codeOf(concept) === null);
    const got = changed.filter(([old]) => codeOf(old) === null);
    expect([changed.length, lost.length, got.length]).toEqual([181, 49, 23]);
    expect(lost.every(([, { content }]) => content.kind === 'block')).toBe(true);
    expect(got.every(([old]) => old.content.kind === 'block')).toBe(true);
  });

  it('nearly all contents of equal title are shared', () => {
    const same = pairs.filter(
      ([old, concept]) =>
        old.content.display === concept.content.display && old.content.kind === concept.content.kind,
    );
    const shared = same.filter(
      ([old, concept]) => canonicalJson(old.content) === canonicalJson(concept.content),
    );
    expect([same.length, shared.length]).toEqual([29_163, 29_163]);
  });

  it('no code was given to another entity, and the checks count the recoded ones', async () => {
    const findings = await icd11.check(
      now,
      [],
      heldNormalized(icd11.definition, [before]),
      () => undefined,
      [],
    );
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(['info entity-recoded']);
    expect(findings[0]?.message).toContain('109 entities have another code than in 2018-12: ');
  });
});

function placed({ concepts }: NormalizedRelease): Map<string, PlacedConcept> {
  const { places } = layOut(concepts);
  return new Map(concepts.map((concept, at) => [concept.key, { ...concept, depth: places[at]?.depth ?? 0 }]));
}
