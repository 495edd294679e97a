// The same editions in a fresh database and another order: the same digests, and how much they share.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editions, skipReason } from './icd-10-cm-editions.ts';
import { committedDigests, type LoadedEditions, loadEditions } from './loaded-editions.ts';

// Skipped only where the published files are not there, and never in CI: the title then says why.
describe.skipIf(skipReason !== null)(`ICD-10-CM, newest first ${skipReason ?? ''}`, () => {
  let loaded: LoadedEditions;
  beforeAll(async () => {
    loaded = await loadEditions(editions.map(({ version }) => version).toReversed());
  }, 600_000);
  afterAll(() => loaded?.database.drop());

  test('the digests are those that are committed', () => {
    expect(Object.fromEntries(loaded.reports.map(({ version, digest }) => [version, digest]))).toEqual(
      committedDigests(),
    );
  });

  test('a release that repeats another one writes no new content', () => {
    const repeated = loaded.reports.find(({ version }) => version === '2014');
    expect(repeated?.contents['concepts']?.added).toBe(0);
    expect(repeated?.contents['indexLines']?.added).toBe(0);
  });
});
