// A map as an operator meets it: the same commands as for releases of code systems, beside the codes it names.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { listHeldReleases } from '@codeset/database/load';
import { loadMap } from '@codeset/ingestion';
import { ingestionServices, mapServices } from '@codeset/operator';
import { CodesetError } from '@codeset/terminology';
import { copyOfDatabase, mutateBytes, type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { killLoads } from '../../scripts/faults/kill-loads.ts';
import { seededRandom } from '../../scripts/faults/seeded-random.ts';
import { runCodeset } from './run-codeset.ts';
import { sampleFolder, ScratchFolder } from './sample-files.ts';

const table = 'icd-10-cm-conversion-table-2027.csv';
const samplePath = fileURLToPath(
  new URL('../../services/ingest-icd-10-cm/fixtures/conversion-2027/', import.meta.url),
);
const map = 'icd-10-cm-conversion';

test('no two services have one id: commands name code systems and maps alike', () => {
  const ids = [...ingestionServices, ...mapServices].map(({ definition }) => definition.id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('the life of a release of a map', () => {
  let database: ThrowAwayDatabase;
  beforeAll(async () => {
    database = await throwAwayDatabase();
    for (const version of ['2026', '2027'])
      await runCodeset(database.url, ['load', 'icd-10-cm', version, sampleFolder(version), '--sample']);
  });
  afterAll(() => database.drop());
  const run = (...words: string[]) => runCodeset(database.url, words);
  const load = (...options: string[]) => run('load', map, '2027', samplePath, '--sample', ...options);
  const held = async () =>
    (await listHeldReleases(database.sql, map)).map(({ version, status }) => `${version} ${status}`);

  test('a dry run reports and keeps nothing', async () => {
    const { exitCode, stdout } = await load('--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      'Release 2027 of icd-10-cm-conversion (sample), effective from 2026-10-01, would be',
    );
    expect(await held()).toEqual([]);
  });

  test('is loaded, checked, and published by a command of its own', async () => {
    const report = JSON.parse((await load('--no-publish', '--json')).stdout);
    expect(report).toMatchObject({
      outcome: 'checked',
      sourceRecords: { 'table rows': 33, 'rows that say None': 3, 'rows with a combination': 1 },
      counts: {
        mappings: 35,
        ranges: 1,
        combinations: 1,
        'relationship unmapped': 3,
        'relationship source-is-broader-than-target': 26,
        'relationship related-to': 6,
      },
      // Every code of the sample is found; what it had in 2025 is not held.
      findings: [{ rule: 'codes-not-compared', message: expect.stringContaining('2025-10-01') }],
    });
    expect(await held()).toEqual(['2027 checked']);
    expect(await run('publish', map, '2027')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Release 2027 of icd-10-cm-conversion is published.'),
    });
    const again = JSON.parse((await load('--json')).stdout);
    expect(again).toMatchObject({ conceptMap: map, outcome: 'already-published' });
    expect(again).not.toHaveProperty('codeSystem');
  });

  test('is listed beside the releases of code systems, marked', async () => {
    expect((await run('releases')).stdout).toMatch(
      /icd-10-cm-conversion \(map\) +2027 \(sample\) +published +2026-10-01 +2027-09-30 +35 mappings/,
    );
    const rows = JSON.parse((await run('releases', map, '--json')).stdout);
    expect(rows).toMatchObject([{ codeSystem: null, conceptMap: map, version: '2027', status: 'published' }]);
  });

  test('is verified, withdrawn and published again', async () => {
    const verified = JSON.parse((await run('verify', map, '2027', '--json')).stdout);
    expect(verified).toMatchObject({ conceptMap: map, verified: true, rowsRead: 35, problems: [] });
    expect((await run('withdraw', map, '2027')).exitCode).toBe(0);
    expect(await held()).toEqual(['2027 withdrawn']);
    expect((await run('publish', map, '2027')).exitCode).toBe(0);
    expect(await held()).toEqual(['2027 published']);
  });

  test('one that was changed behind the back is found', async () => {
    await database.sql.begin(async (tx) => {
      const [release] = await listHeldReleases(tx, map);
      await tx.unsafe(`alter table codeset.mapping_${release?.id} disable trigger user`);
      await tx.unsafe(`update codeset.mapping_${release?.id} set target_code = 'B37.39' where position = 1`);
    });
    const { exitCode, stderr } = await run('verify', map, '2027');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Release 2027 of icd-10-cm-conversion is not what was published.');
  });

  test.each([
    ['load', ['nonesuch', '2027', samplePath]],
    ['verify', ['nonesuch', '2027']],
    ['publish', ['nonesuch', '2027']],
    ['releases', ['nonesuch']],
  ])('%s of an unknown id names code systems and maps', async (command, words) => {
    expect(await run(command, ...words)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(
        'There are: icd-10-cm, hcpcs, icd-11-mms; maps: icd-10-cm-conversion, gem-icd-9-cm-icd-10-cm, gem-icd-10-cm-icd-9-cm, who-icd-10-icd-11-one, ',
      ),
    });
  });

  test('commands for code systems say that a map is none', async () => {
    expect(await run('coverage', map, samplePath)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('icd-10-cm-conversion is a map, not a code system'),
    });
  });

  test('definitions that older software wrote are brought up to date', async () => {
    await database.sql`update codeset.concept_map set definition = definition - 'purpose'`;
    expect((await run('migrate')).stderr).toContain('definitions brought up to date: icd-10-cm-conversion');
    const [row] = await database.sql`select definition ->> 'purpose' as purpose from codeset.concept_map`;
    expect(row?.['purpose']).toContain('previous code');
  });
});

describe('damaged and killed loads of a map', () => {
  const service = mapServices.find(({ definition }) => definition.id === map) ?? expect.fail(`no ${map}`);
  const observer = { step: () => undefined, progress: () => undefined };
  const environmentOf = ({ sql }: ThrowAwayDatabase) => ({ sql, observer, clock: () => performance.now() });
  let folder: ScratchFolder;
  beforeAll(async () => {
    folder = await ScratchFolder.make();
  });
  afterAll(() => folder.delete());

  test('60 damaged copies of the table are refused with its name, or undone', {
    timeout: 60_000,
  }, async () => {
    const database = await throwAwayDatabase();
    const environment = environmentOf(database);
    const outcomes = new Set<string>();
    try {
      const bytes = await readSample();
      for (let copy = 0; copy < 60; copy++) {
        await folder.write(table, mutateBytes(bytes, seededRandom(copy + 1)).bytes);
        const request = { service, version: '2027', paths: [folder.path], sample: true, dryRun: true };
        const outcome = await loadMap(request, environment).then(
          (report) => report.outcome,
          (error: unknown) => {
            if (!(error instanceof CodesetError)) throw error;
            expect(error.message).toContain(table);
            return 'refused' as const;
          },
        );
        outcomes.add(outcome);
      }
      expect([...outcomes].sort()).toEqual(['dry-run', 'refused']);
      expect(await listHeldReleases(database.sql, null)).toEqual([]);
    } finally {
      await database.drop();
    }
  });

  test('a killed load leaves what is published as it was, and can simply be repeated', {
    timeout: 180_000,
  }, async () => {
    const earlier = (await readSample()).toString('utf8').replace('FY 2027', 'FY 2026');
    const rows = earlier.split('\r\n').filter((row) => !row.includes(',2026,'));
    await folder.write(table, rows.join('\r\n'));
    const published = await throwAwayDatabase();
    const request = { service, version: '2026', paths: [folder.path], sample: true };
    expect((await loadMap(request, environmentOf(published))).outcome).toBe('published');
    const rounds = await killLoads({
      rounds: 2,
      codeSystem: map,
      published: '2026',
      killed: { version: '2027', paths: [samplePath] },
      options: ['--sample'],
      random: seededRandom(2027),
      withDatabase: async (work) => {
        const database = await copyOfDatabase(published);
        try {
          return await work(database.url);
        } finally {
          await database.drop();
        }
      },
    });
    await published.drop();
    expect(rounds.map(({ left }) => left)).not.toContain('other');
    expect(rounds.filter(({ publishedUnharmed, repeatable }) => !publishedUnharmed || !repeatable)).toEqual(
      [],
    );
  });
});

async function readSample(): Promise<Buffer> {
  return await readFile(`${samplePath}${table}`);
}
