// Editions in a fresh database and another order: the same digests, and how much they share.
import type { LoadReport } from '@codeset/ingestion';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { committedDigests } from './committed-digests.ts';
import { editions, skipReason } from './icd-10-cm-editions.ts';
import { loadEdition } from './loaded-releases.ts';

/**
 * Those in which order could matter most: a repeated edition, a mid-year update beside what it updates. All thirteen
 * take two and a half minutes; another test loads them all in another order.
 */
const telling = ['2014', '2016', '2021', '2021-01'];
const versions = editions
  .map(({ version }) => version)
  .filter((version) => telling.includes(version) || process.env['CODESET_ALL_EDITIONS'] === '1');

// Skipped only where the published files are not there, and never in CI: the title then says why.
describe.skipIf(skipReason !== null)(`ICD-10-CM, newest first ${skipReason ?? ''}`, () => {
  let database: ThrowAwayDatabase;
  const reports: LoadReport[] = [];
  beforeAll(async () => {
    database = await throwAwayDatabase();
    for (const version of versions.toReversed()) {
      reports.push((await loadEdition(database, { codeSystem: 'icd-10-cm', version })).report);
    }
  }, 600_000);
  afterAll(() => database?.drop());

  test('the digests are those that are committed', () => {
    const committed = Object.entries(committedDigests('icd-10-cm-digests.json')).filter(([version]) =>
      versions.includes(version),
    );
    expect(reports).toHaveLength(versions.length);
    expect(Object.fromEntries(reports.map(({ version, digest }) => [version, digest]))).toEqual(
      Object.fromEntries(committed),
    );
  });

  test('a release that repeats another one writes no new content', () => {
    const repeated = reports.find(({ version }) => version === '2014');
    expect(repeated?.contents['concepts']?.added).toBe(0);
    expect(repeated?.contents['indexLines']?.added).toBe(0);
  });
});
