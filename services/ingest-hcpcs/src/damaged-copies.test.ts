// Damaged copies of the sample files: each is refused with its place, or accepted and obeys the laws.
import { hashRelease, type RecognisedFile } from '@codeset/ingestion';
import { mutateBytes } from '@codeset/test-kit';
import { CodesetError, layOut } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { coverage } from './coverage.ts';
import { definition } from './definition.ts';
import { threeCodes } from './made-codes.ts';
import { madeMainWorkbook } from './made-workbook.ts';
import { normalize } from './normalize.ts';
import { recognise } from './recognise.ts';
import { releaseName } from './release-name.ts';
import { recognised, sampleFiles, sourceFile } from './source-file-in-memory.ts';

/** Copies of each file; 10,000 take some minutes, `pnpm test:mutations` makes them. */
const copies = Number(process.env['CODESET_MUTATIONS'] ?? 40);
const seed = 20_260_401;
const silent = () => undefined;

/** Numbers from 0 to 1 that come in the same order each time. */
function random(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Outcome = 'accepted' | 'refused' | 'left aside';

/** What a load makes of the files with one damaged; throws what is no CodesetError, and when a place is missing. */
async function outcomeOf(
  files: readonly RecognisedFile[],
  at: number,
  bytes: Buffer,
  version: string,
): Promise<Outcome> {
  const file = files[at];
  if (!file) throw new RangeError(`no file ${at}`);
  const damaged = sourceFile(file.file.name, bytes);
  try {
    const { role, remark } = await recognise(damaged);
    if (role === null) return 'left aside';
    const given = files.with(at, { file: damaged, role, remark });
    if (new Set(given.map((one) => one.role)).size < given.length) return 'refused'; // by the pipeline
    const release = await normalize(given, releaseName(version), silent);
    expect(layOut(release.concepts).problems).toEqual([]);
    expect(hashRelease(release, definition, true).findings).toEqual([]);
    const held = { releases: [], listCodes: async () => new Map() };
    const findings = await check(release, given, held, silent);
    await coverage(given);
    const errors = [...release.findings, ...findings].filter(({ severity }) => severity === 'error');
    expect(errors.filter(({ where }) => where === null)).toEqual([]);
    return errors.length > 0 ? 'refused' : 'accepted';
  } catch (error) {
    if (!(error instanceof CodesetError)) throw error;
    expect(error.message).toContain(file.file.name.split('/').at(-1) ?? '');
    return 'refused';
  }
}

describe('damaged copies', () => {
  it.each(['2026-01', '2026-04'] as const)('of the files of %s do no harm', async (version) => {
    const files = await sampleFiles(version);
    const tally: Record<Outcome, number> = { accepted: 0, refused: 0, 'left aside': 0 };
    for (const [at, { file }] of files.entries()) {
      const original = await file.read();
      for (let copy = 0; copy < copies; copy += 1) {
        const { bytes } = mutateBytes(original, random(seed + copy * 7_919 + at));
        tally[await outcomeOf(files, at, bytes, version)] += 1;
      }
    }
    expect(tally.accepted + tally.refused + tally['left aside']).toBe(copies * files.length);
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(0);
  });

  it('of a workbook do no harm', async () => {
    const bytes = madeMainWorkbook(threeCodes, 8);
    const files = await recognised([sourceFile('main.xlsx', bytes)]);
    const tally = new Map<Outcome, number>();
    for (let copy = 0; copy < copies; copy += 1) {
      const damaged = mutateBytes(bytes, random(seed + copy * 7_919)).bytes;
      const outcome = await outcomeOf(files, 0, damaged, '2026-01');
      tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
    }
    expect(tally.get('refused')).toBeGreaterThan(0);
  });
});
