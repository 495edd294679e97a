// Every HCPCS edition at hand, from its published files to normalized records: counts, texts, checks, changes.
import { coverage, hcpcs } from '@codeset/ingest-hcpcs';
import { hashRelease, type RecognisedFile } from '@codeset/ingestion';
import { heldNormalized } from '@codeset/test-kit';
import { type ConceptRecord, type Finding, layOut, type NormalizedRelease } from '@codeset/terminology';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Edition, editionFiles, editions, skipReason } from './hcpcs-editions.ts';

const silent = () => undefined;

interface ReadEdition {
  readonly files: readonly RecognisedFile[];
  readonly release: NormalizedRelease;
  readonly findings: readonly Finding[];
}

const read = new Map<string, ReadEdition>();

function readEdition(version: string): ReadEdition {
  const found = read.get(version);
  if (!found) throw new Error(`${version} was not read`);
  return found;
}

async function normalize(files: readonly RecognisedFile[], version: string): Promise<NormalizedRelease> {
  return await hcpcs.normalize(files, hcpcs.releaseName(version), silent);
}

function digestOf(release: NormalizedRelease): string {
  return hashRelease(release, hcpcs.definition, false).hashed.digest;
}

function ofRule(version: string, rule: string): readonly Finding[] {
  return readEdition(version).findings.filter((finding) => finding.rule === rule);
}

/** The codes of an edition, sections left out. */
function codesOf(version: string): ReadonlyMap<string, ConceptRecord> {
  const { concepts } = readEdition(version).release;
  return new Map(concepts.filter(({ parentKey }) => parentKey !== null).map((one) => [one.key, one]));
}

// Skipped only where the published files are not there, and never in CI: the title then says why.
describe.skipIf(skipReason !== null)(`HCPCS ${skipReason ?? ''}`, () => {
  beforeAll(async () => {
    const held: NormalizedRelease[] = [];
    for (const { version } of editions) {
      const files = await editionFiles(version);
      const release = await normalize(files, version);
      const findings = await hcpcs.check(release, files, heldNormalized(hcpcs.definition, held), silent, []);
      read.set(version, { files, release, findings: [...release.findings, ...findings] });
      held.push(release);
    }
  });

  describe.each(editions)('$version', (edition: Edition) => {
    const { version } = edition;

    it('has as many procedures, modifiers, sections and terminated codes as its file', () => {
      const { concepts } = readEdition(version).release;
      const count = (kind: string) => concepts.filter(({ content }) => content.kind === kind).length;
      expect([count('procedure'), count('modifier'), count('section')]).toEqual([
        edition.procedures,
        edition.modifiers,
        edition.sections,
      ]);
      const terminated = concepts.filter(({ content }) => content.effectiveTo !== null);
      expect(terminated).toHaveLength(edition.terminated);
      expect(layOut(concepts).problems).toEqual([]);
    });

    it('passes its checks without an error, and has a meaning for every value', () => {
      const { findings } = readEdition(version);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const rule of ['value-without-meaning', 'record-layout-differs', 'not-captured', 'missing-value'])
        expect(ofRule(version, rule)).toEqual([]);
    });

    it('has all its columns captured', async () => {
      const reports = await coverage(readEdition(version).files);
      expect(reports.flatMap(({ lines }) => lines.filter(({ captured }) => !captured))).toEqual([]);
    });

    it('is of no other quarter or year', async () => {
      const { files } = readEdition(version);
      const main = files.filter(({ role }) => role === (edition.text ? 'main-text' : 'main-workbook'));
      for (const other of ['2017-01', '2018-01', '2020-01', '2020-04', '2020-07', '2021-01']) {
        if (other === version) continue;
        const release = await normalize(main, other);
        const findings = await hcpcs.check(
          release,
          main,
          { releases: [], listCodes: async () => new Map() },
          silent,
          [],
        );
        expect(findings.some(({ severity, rule }) => severity === 'error' && rule === 'release-date')).toBe(
          true,
        );
      }
    });

    it('is read as a plain reading of its text has it', async ({ skip }) => {
      if (!edition.text) skip('it comes as a workbook alone');
      const text = await mainText(version);
      const first = [...text.matchAll(/^(?:([A-Z]\d{4})| {3}([A-Z0-9]{2}))00100[37](.{80})(.{28})/gm)];
      expect(first).toHaveLength(edition.procedures + edition.modifiers);
      const codes = codesOf(version);
      const long = rawDescriptions(text);
      for (const [, code = '', modifier = '', , short = ''] of first) {
        const key = code || modifier;
        const { display, designations } = codes.get(key)?.content ?? { display: '', designations: [] };
        expect([key, display]).toEqual([key, (long.get(key) ?? '').trim().split(/ +/).join(' ')]);
        expect([key, designations[0]?.value]).toEqual([key, short.trim()]);
      }
    });
  });

  describe('text and workbook', () => {
    it('of 2018-01 give the same digest, alone and together', async () => {
      const { files, release } = readEdition('2018-01');
      const text = await normalize(without(files, 'main-workbook'), '2018-01');
      const workbook = await normalize(without(files, 'main-text'), '2018-01');
      expect(digestOf(workbook)).toBe(digestOf(text));
      expect(digestOf(release)).toBe(digestOf(text));
      expect(ofRule('2018-01', 'text-equals-workbook')).toEqual([]);
    });

    it('of 2017-01 differ in three dates, and in nothing else', async () => {
      const differing = ['L5638', 'L5640', 'L5643'];
      expect(ofRule('2017-01', 'text-equals-workbook').map(({ message }) => message.slice(0, 34))).toEqual(
        differing.map((code) => `The action effective date of ${code}`),
      );
      const { files } = readEdition('2017-01');
      const text = await normalize(without(files, 'main-workbook'), '2017-01');
      const workbook = await normalize(without(files, 'main-text'), '2017-01');
      expect(digestOf(workbook)).not.toBe(digestOf(text));
      const dateless = (release: NormalizedRelease): NormalizedRelease => ({
        ...release,
        concepts: release.concepts.map((concept) => {
          if (!differing.includes(concept.key)) return concept;
          const properties = concept.content.properties.filter(
            ({ code }) => code !== 'action-effective-date',
          );
          return { ...concept, content: { ...concept.content, properties } };
        }),
      });
      expect(digestOf(dateless(workbook))).toBe(digestOf(dateless(text)));
    });

    it('of the corrections of 2017-01 give the same digest', async () => {
      const { files, release } = readEdition('2017-01');
      const text = await normalize(without(files, 'corrections-workbook'), '2017-01');
      expect(digestOf(text)).toBe(digestOf(release));
    });
  });

  describe('changes', () => {
    it.each([
      ['2017-01', '2018-01', { added: 168, gone: 107, goneUnended: 0, reworded: 59, ended: 29 }],
      ['2018-01', '2020-04', { added: 540, gone: 2, goneUnended: 2, reworded: 157, ended: 104 }],
      ['2020-04', '2020-07', { added: 61, gone: 0, goneUnended: 0, reworded: 4, ended: 9 }],
    ] as const)('from %s to %s', (from, to, expected) => {
      const [before, after] = [codesOf(from), codesOf(to)];
      const kept = [...after].flatMap(([key, now]) => {
        const old = before.get(key);
        return old ? [{ old: old.content, now: now.content }] : [];
      });
      const gone = [...before.values()].filter(({ key }) => !after.has(key));
      expect({
        added: after.size - kept.length,
        gone: gone.length,
        goneUnended: gone.filter(({ content }) => content.effectiveTo === null).length,
        reworded: kept.filter(({ old, now }) => old.display !== now.display).length,
        ended: kept.filter(({ old, now }) => old.effectiveTo === null && now.effectiveTo !== null).length,
      }).toEqual(expected);
    });

    it('of descriptions are 60 from 2017-01 to 2018-01 where blanks count: G9226 has lost one', async () => {
      const [before, after] = [
        rawDescriptions(await mainText('2017-01')),
        rawDescriptions(await mainText('2018-01')),
      ];
      const changed = [...after].filter(([code, text]) => (before.get(code) ?? text) !== text);
      expect(changed).toHaveLength(60);
      const display = (version: string, code: string) => codesOf(version).get(code)?.content.display;
      const folded = changed.filter(([code]) => display('2017-01', code) === display('2018-01', code));
      expect(folded.map(([code]) => code)).toEqual(['G9226']);
    });

    it('that leave codes without an end are told', () => {
      expect(ofRule('2018-01', 'gone-without-termination')).toEqual([]);
      expect(ofRule('2020-04', 'gone-without-termination')).toMatchObject([
        { severity: 'warning', message: expect.stringContaining('(2): G9976, G9977.') },
      ]);
    });
  });

  // Beside these the reports say of some 7,000 codes a release that nothing changed.
  it.each([
    ['2017-01', 'HCPCS2017_Trans Report_Alpha.xlsx', { add: 278, terminate: 147, reinstate: 1, revise: 170 }],
    ['2018-01', 'HCPC18_Trans_Report_Alpha.xlsx', { add: 152, terminate: 40, revise: 135 }],
    ['2020-04', 'trans_alpha.xlsx', { add: 18, terminate: 1, revise: 4 }],
    ['2020-07', 'trans_alpha.xlsx', { add: 61, terminate: 9, revise: 5 }],
  ] as const)('%s comes with what its transaction report says changed', (version, file, expected) => {
    const [announcement, ...others] = readEdition(version).release.announcements;
    expect(others).toEqual([]);
    expect(announcement?.file.endsWith(file)).toBe(true);
    const numbers: Record<string, number> = {};
    for (const { action } of announcement?.changes ?? []) numbers[action] = (numbers[action] ?? 0) + 1;
    expect(numbers).toEqual(expected);
    const withTexts = announcement?.changes.filter(({ after }) => after !== null) ?? [];
    expect(withTexts).toHaveLength(version < '2020' ? 0 : (announcement?.changes.length ?? -1));
    expect(announcement?.totals).toEqual([]);
  });

  describe('habits of the publisher', () => {
    it('are told as findings', () => {
      const codes = (version: string, rule: string) =>
        ofRule(version, rule).map(({ message }) => /\b[A-Z]\d{4}\b/.exec(message)?.[0]);
      expect(codes('2018-01', 'asc-date-shifted')).toEqual(['C9488', 'C9745', 'C9746', 'C9747', 'C9748']);
      expect(codes('2017-01', 'cross-reference-missing')).toHaveLength(10);
      expect(codes('2018-01', 'cross-reference-missing')).toHaveLength(8);
      expect(codes('2017-01', 'correction-not-applied')).toHaveLength(12);
      expect(codes('2018-01', 'correction-not-applied')).toHaveLength(24);
      expect(ofRule('2018-01', 'corrections-superseded')).toHaveLength(2);
      expect(ofRule('2018-01', 'transaction-report-differs')).toMatchObject([
        { message: expect.stringContaining('(1): L1.') },
      ]);
      expect(codes('2020-04', 'transaction-report-differs')).toEqual([]);
      expect(ofRule('2020-07', 'transaction-report-differs')).toHaveLength(3);
    });

    it('leave the processing notes with their texts and links', () => {
      const note = codesOf('2018-01').get('AX')?.noteSet;
      expect(note?.notes).toEqual([]);
      const { concepts, sourceRecords } = readEdition('2018-01').release;
      expect(sourceRecords['processing notes']).toBe(216);
      const kinds = concepts.flatMap(({ noteSet }) => noteSet?.notes.map(({ kind }) => kind) ?? []);
      expect(kinds.filter((kind) => kind === 'processingNote')).toHaveLength(752);
      expect(kinds.filter((kind) => kind === 'correction')).toHaveLength(23);
      const links = concepts.flatMap(({ noteSet }) => noteSet?.notes.flatMap((one) => one.links) ?? []);
      expect(links.length).toBeGreaterThan(20);
      const codes = codesOf('2018-01');
      expect(links.filter(({ from }) => !codes.has(from))).toEqual([]);
    });

    it('spill the description of G0503 into a second row', () => {
      const { display } = codesOf('2020-04').get('G0503')?.content ?? { display: '' };
      expect(display).toMatch(/goals and are prepared for discharge from active treatment$/);
    });
  });
});

/** Lines right-trimmed and joined by one blank, all other blanks kept. */
function rawDescriptions(text: string): ReadonlyMap<string, string> {
  const long = new Map<string, string>();
  for (const [, code = '', part = ''] of text.matchAll(/^(.{5})\d{5}[3478](.{1,80})/gm)) {
    const before = long.get(code.trim());
    long.set(code.trim(), before === undefined ? part.trimEnd() : `${before} ${part.trimEnd()}`);
  }
  return long;
}

async function mainText(version: string): Promise<string> {
  const file = readEdition(version).files.find(({ role }) => role === 'main-text')?.file;
  return ((await file?.read()) ?? Buffer.alloc(0)).toString('latin1');
}

function without(files: readonly RecognisedFile[], role: string): RecognisedFile[] {
  return files.filter((file) => file.role !== role);
}
