// All nine published conversion tables of ICD-10-CM, loaded in a shuffled order, one of them beside the codes it names.
import { icd10cmConversion, icd10cm } from '@codeset/ingest-icd-10-cm';
import { loadMap, loadRelease, type MapLoadReport } from '@codeset/ingestion';
import { findHeldRelease, listHeldReleases, verifyRelease } from '@codeset/database/load';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFolder, skipReason } from './icd-10-cm-editions.ts';

/** Rows of the table; of these: None, lists, with ranges, combinations; mappings; the digest's beginning. */
const tables: Readonly<Record<string, readonly [number, number, number, number, number, number, string]>> = {
  2017: [1970, 47, 84, 15, 35, 2126, '02754e6fac0f'],
  2018: [2330, 47, 85, 35, 48, 2487, '6a7cfee22afd'],
  2019: [2609, 47, 92, 42, 68, 2773, 'bb4e5e711565'],
  2020: [2882, 113, 93, 45, 69, 3047, '5b73cbc807bf'],
  '2021-01': [3378, 113, 121, 45, 100, 3604, '8413c3d03185'],
  2022: [3537, 113, 122, 51, 102, 3766, '489429e66676'],
  2023: [4716, 113, 132, 61, 118, 4955, '0f24c0986af0'],
  2024: [5153, 113, 135, 200, 119, 5395, '505a87303dfb'],
  2025: [5405, 125, 135, 200, 119, 5647, '222a9208811b'],
};
const shuffled = ['2022', '2017', '2025', '2019', '2020', '2024', '2021-01', '2023', '2018'];

// Skipped only where the published files are not there, and never in CI: the title then says why.
describe.skipIf(skipReason !== null)(`the conversion tables ${skipReason ?? ''}`, () => {
  let database: ThrowAwayDatabase;
  let environment: Parameters<typeof loadMap>[1];
  const reports = new Map<string, MapLoadReport>();

  beforeAll(async () => {
    database = await throwAwayDatabase();
    const observer = { step: () => undefined, progress: () => undefined };
    environment = { sql: database.sql, observer, clock: () => performance.now() };
    // The codes before and after the table of 2017, without notes and indexes.
    for (const [version, file] of [
      ['2016', 'ICD10CM_FY2016_code_descriptions.zip'],
      ['2017', 'cms_2017_dx.zip'],
    ] as const) {
      const paths = [`${dataFolder}/icd-10-cm/${version}/${file}`];
      await loadRelease({ service: icd10cm, version, paths }, environment);
    }
    for (const version of shuffled) reports.set(version, await load(version));
  }, 120_000);
  afterAll(() => database?.drop());

  function load(version: string): Promise<MapLoadReport> {
    const paths = [`${dataFolder}/maps/icd-10-cm-conversion/${version}`];
    return loadMap({ service: icd10cmConversion, version, paths }, environment);
  }

  test.each(Object.entries(tables))('%s has its rows and their mappings', (version, expected) => {
    const report = reports.get(version);
    expect(report?.outcome).toBe('published');
    expect([
      report?.sourceRecords['table rows'],
      report?.sourceRecords['rows that say None'],
      report?.sourceRecords['rows with a list'],
      report?.sourceRecords['rows with a range'],
      report?.sourceRecords['rows with a combination'],
      report?.counts['mappings'],
      report?.digest?.slice(0, 12),
    ]).toEqual(expected);
    expect(report?.sourceRecords['rows not read']).toBe(0);
    expect(report?.counts['relationship unmapped']).toBe(expected[1]);
  });

  test('stand in the order of their dates, whatever order they were loaded in, and are what was published', async () => {
    const releases = await listHeldReleases(database.sql, 'icd-10-cm-conversion');
    expect(releases.map(({ version }) => version)).toEqual([
      '2017',
      '2018',
      '2019',
      '2020',
      '2021-01',
      '2022',
      '2023',
      '2024',
      '2025',
    ]);
    for (const release of releases) expect((await verifyRelease(database.sql, release)).problems).toEqual([]);
  });

  test('of 2017: a code that never was, and previous codes that were not there', () => {
    const said = (rule: string) =>
      reports.get('2017')?.findings.flatMap((finding) => (finding.rule === rule ? [finding.message] : []));
    expect(said('current-codes-held')).toEqual([
      'E11.3X11 is not in release 2017, which takes effect on the day of the code.',
    ]);
    const missing = said('previous-codes-held')?.map((message) => message.split(',')[0]);
    expect(missing).toEqual([
      ...Array(6).fill('Q25.12'),
      ...Array(3).fill('R31.19'),
      ...Array(3).fill('T85.198A'),
    ]);
    expect(said('codes-not-compared')).toEqual([]);
  });

  test('of 2021-01: the corrections of 34 rows of 2020 are told', () => {
    const changed = reports.get('2021-01')?.findings.filter(({ rule }) => rule === 'cumulative-changed');
    expect(changed).toHaveLength(34);
    expect(changed?.[0]?.message).toBe(
      'I82.451 comes from I82.491 (2019-10-01); release 2020 said I80.491 (2019-10-01).',
    );
  });

  test('lose no row from one release to the next', async () => {
    const rules = [...reports.values()].flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(rules).not.toContain('cumulative-vanished');
    expect(rules).not.toContain('not-captured');
  });

  test('of another year are refused, also where the sheet is called as if they were not', async () => {
    const paths = [`${dataFolder}/maps/icd-10-cm-conversion/2023`];
    await expect(
      loadMap({ service: icd10cmConversion, version: '2022-04', paths }, environment),
    ).rejects.toMatchObject({ code: 'FILE_REFUSED', message: expect.stringContaining('fiscal year 2023') });
    expect(await findHeldRelease(database.sql, 'icd-10-cm-conversion', '2022-04')).toBeNull();
  });

  test('loaded again do nothing', async () => {
    expect((await load('2025')).outcome).toBe('already-published');
  });
});
