// `codeset translate` through maps and releases: what it says, what it writes, where paths end.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCodeset } from './run-codeset.ts';
import { ScratchFolder } from './sample-files.ts';

const services = new URL('../../services/', import.meta.url);

const samples = [
  ['icd-10-cm', '2027', 'ingest-icd-10-cm/fixtures/2027/'],
  ['icd-10-cm', '2026', 'ingest-icd-10-cm/fixtures/2026/'],
  ['icd-10-cm-conversion', '2027', 'ingest-icd-10-cm/fixtures/conversion-2027/'],
  ['gem-icd-9-cm-icd-10-cm', '2026', 'ingest-icd-10-cm/fixtures/gem-2026/'],
  ['gem-icd-10-cm-icd-9-cm', '2027', 'ingest-icd-10-cm/fixtures/gem-2027/'],
  ['icd-11-mms', '2026-01', 'ingest-icd-11/fixtures/2026-01/'],
  ['icd-11-mms', '2027-01', 'ingest-icd-11/fixtures/2027-01/'],
  ['who-icd-11-icd-10-one', '2027-01', 'ingest-icd-11/fixtures/maps-2027-01/'],
] as const;

const list = ['code,n', '001.0,5', '427.0,40', '8190,3', '365.70,2', '999.99,1'].join('\r\n');

let database: ThrowAwayDatabase;
let folder: ScratchFolder;
const run = (...words: string[]) => runCodeset(database.url, words);
const at = (name: string) => join(folder.path, name);
const toLater = ['--from', 'icd-9-cm', '--to', 'icd-10-cm', '--to-version', '2027'];
const follow = (...words: string[]) => run('translate', at('list.csv'), ...toLater, ...words);

beforeAll(async () => {
  database = await throwAwayDatabase();
  folder = await ScratchFolder.make();
  await folder.write('list.csv', list);
  for (const [publication, version, path] of samples) {
    const files = fileURLToPath(new URL(path, services));
    expect(await run('load', publication, version, files, '--sample')).toMatchObject({ exitCode: 0 });
  }
});
afterAll(async () => {
  await folder?.delete();
  await database?.drop();
});

describe('a list', () => {
  test('is told by what its codes come to, how good their paths are, and where they end', async () => {
    const { exitCode, stdout, stderr } = await follow();
    expect(exitCode).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual([
      '5 codes of list.csv, from icd-9-cm to icd-10-cm 2027',
      '',
      'Through gem-icd-9-cm-icd-10-cm 2026, from icd-10-cm 2026 to 2027 (sample)',
      '               codes  volume',
      '  one-to-one       1       5  a single path, which arrives',
      '  one-to-many      1      40  several paths, any one of which will do',
      '  combination      1       3  some alternative needs several codes together',
      '  none             1       2  a publisher says that there is none',
      '  unknown          1       1  no such code',
      'Paths that arrive, by their worst step',
      '              paths',
      '  equivalent      1  the same by every step',
      '  related-to     10  nobody says how they stand to each other',
      'Gaps',
      '  365.70: By gem-icd-9-cm-icd-10-cm 2026 there is nothing in icd-10-cm for 365.70.',
      '  999.99: Neither gem-icd-9-cm-icd-10-cm 2026 nor a release that is held knows a code 999.99.',
      '',
      'Every path with its steps: --format csv, ndjson, parquet, or --json.',
    ]);
    expect(stderr).toContain('5 concepts through gem-icd-9-cm-icd-10-cm 2026');
  });

  test('as ndjson has a line for each path, with its steps', async () => {
    const { stdout } = await follow('--format', 'ndjson');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(1 + 3 + 7 + 1 + 1);
    expect(rows[1]).toEqual({
      given: '427.0',
      count: 40,
      outcome: 'one-to-many',
      alternative: 1,
      need: 1,
      whole: true,
      target_code: 'I47.10',
      target_key: 'I47.10',
      target_title: 'Supraventricular tachycardia, unspecified',
      target_version: '2027',
      quality: 'related-to',
      worst_step: 1,
      open_choices: 1,
      gap: null,
      reason: null,
      steps:
        '427.0 –related-to, gem-icd-9-cm-icd-10-cm 2026→ I47.1 –source-is-broader-than-target, icd-10-cm 2026 to 2027, 1 of 3→ I47.10',
      doubts: null,
      route: 'through gem-icd-9-cm-icd-10-cm 2026, from icd-10-cm 2026 to 2027',
      reverse: false,
      sample: true,
    });
    const together = rows.filter(({ given }) => given === '8190');
    expect(together.map(({ alternative, need }) => [alternative, need])).toEqual([
      [1, 1],
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
      [2, 2],
      [2, 3],
    ]);
    expect(rows.at(-2)).toMatchObject({ outcome: 'none', whole: false, gap: 'no-map', target_code: null });
    expect(rows.at(-1)).toMatchObject({ outcome: 'unknown', gap: 'unknown-code', steps: null });
  });

  test('CSV, Parquet and one JSON document say the same', async () => {
    const csv = (await follow('--format', 'csv')).stdout;
    expect(csv.trimEnd().split('\r\n')).toHaveLength(14);
    const out = at('followed.parquet');
    expect(await follow('--format', 'parquet', '--out', out)).toMatchObject({ exitCode: 0 });
    expect((await readFile(out, 'latin1')).startsWith('PAR1')).toBe(true);
    const told = JSON.parse((await follow('--json')).stdout);
    expect(told).toMatchObject({ from: 'icd-9-cm', to: 'icd-10-cm', toVersion: '2027', list: { codes: 5 } });
    expect(told.routes[0].legs).toMatchObject([
      { conceptMap: 'gem-icd-9-cm-icd-10-cm', version: '2026', reverse: false },
      { codeSystem: 'icd-10-cm', fromVersion: '2026', toVersion: '2027', blocked: null },
    ]);
    expect(told.routes[0].outcomes).toContainEqual({ outcome: 'combination', codes: 1 });
    expect(told.paths).toHaveLength(13);
  });

  test('goes from a release on to the one that a map speaks of; titles by the map, attributions of all', async () => {
    await folder.write('icd-11.txt', '1A00\n');
    const words = ['--from', 'icd-11-mms', '--from-version', '2026-01', '--to', 'icd-10'];
    const through = ['--through', 'who-icd-11-icd-10-one@2027-01', '--format', 'ndjson'];
    const { stdout, stderr } = await run('translate', at('icd-11.txt'), ...words, ...through);
    const [row] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(row).toMatchObject({
      given: '1A00',
      outcome: 'one-to-one',
      target_code: 'A00',
      target_title: expect.any(String),
      route: 'from icd-11-mms 2026-01 to 2027-01, through who-icd-11-icd-10-one 2027-01',
    });
    expect(stderr.match(/To be named with the data: /g)?.length).toBeGreaterThanOrEqual(1);
  });

  test('back in time is a gap that says why', async () => {
    await folder.write('icd-10.txt', 'A00.0\n');
    const words = [
      '--from',
      'icd-10-cm',
      '--from-version',
      '2027',
      '--to',
      'icd-10-cm',
      '--to-version',
      '2026',
    ];
    const { exitCode, stdout } = await run('translate', at('icd-10.txt'), ...words);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('icd-10-cm 2026 was in force before 2027: nothing is told');
    expect(stdout).toContain('gap');
  });
});

test.each([
  [['--map', 'gem-icd-9-cm-icd-10-cm'], '--through names the maps of a path'],
  [['--through', 'a@b@c'], '--through: found "a@b@c", expected the id of a map'],
  [['--through', 'gem-icd-9-cm-icd-10-cm@'], 'expected the id of a map'],
  [['--through', 'none'], 'There is no concept map none'],
  [['--through', 'gem-icd-10-cm-icd-9-cm'], 'can be read backwards where that is asked for'],
  [['--from', 'hcpcs'], 'No published maps lead from hcpcs to icd-10-cm, not even several'],
  [['--to-version', '1999'], 'Release 1999 of icd-10-cm is not published. Published: 2026, 2027.'],
])('%j is refused', async (words, message) => {
  const { exitCode, stderr } = await follow(...words);
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain(message);
});

test('without --from it is not clear where a path begins; unknown codes alone end with 1', async () => {
  const words = ['translate', at('list.csv'), '--to', 'icd-10-cm', '--to-version', '2027'];
  expect(await run(...words)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('--from: say of'),
  });
  await folder.write('unknown.txt', 'Q0Q0Q\n');
  const unknown = await run('translate', at('unknown.txt'), ...toLater);
  expect(unknown).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Not one code of the list') });
});
