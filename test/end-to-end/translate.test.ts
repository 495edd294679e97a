// `codeset translate` over the sample maps: what it says, what it writes, how it ends.
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
  ['gem-icd-9-cm-icd-10-cm', '2027', 'ingest-icd-10-cm/fixtures/gem-2027/'],
  ['gem-icd-10-cm-icd-9-cm', '2027', 'ingest-icd-10-cm/fixtures/gem-2027/'],
  ['who-icd-10-icd-11-one', '2027-01', 'ingest-icd-11/fixtures/maps-2027-01/'],
  ['who-icd-10-icd-11-multiple', '2027-01', 'ingest-icd-11/fixtures/maps-2027-01/'],
] as const;

const list = ['code,n', '001.0,5', '9694,40', '8190,3', '365.70,2', '999.99,1', '0010,6'].join('\r\n');

let database: ThrowAwayDatabase;
let folder: ScratchFolder;
const run = (...words: string[]) => runCodeset(database.url, words);
const at = (name: string) => join(folder.path, name);
const translate = (...words: string[]) => run('translate', at('list.csv'), ...words);
const toIcd10 = ['--to', 'icd-10-cm'];

beforeAll(async () => {
  database = await throwAwayDatabase();
  folder = await ScratchFolder.make();
  await folder.write('list.csv', list);
  await folder.write('who.txt', 'A00.0\nA09\nA05\n');
  expect((await run('translate', at('list.csv'), ...toIcd10)).exitCode).toBe(2); // no map is held yet
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
  test('is told by what came of its codes, with their volumes', async () => {
    const { exitCode, stdout } = await translate(...toIcd10);
    expect(exitCode).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual([
      '5 codes of list.csv, from icd-9-cm to icd-10-cm',
      '',
      'gem-icd-9-cm-icd-10-cm 2027 (sample): General Equivalence Mapping of diagnoses, ICD-9-CM to ICD-10-CM',
      '               codes  volume',
      '  one-to-one       1      11  a single target',
      '  one-to-many      1      40  several targets, any one of which will do',
      '  combination      1       3  some alternative needs several codes together',
      '  none             1       2  the publisher says that there is none',
      '  unknown          1       1  no such code',
      'none: 365.70',
      'unknown: 999.99',
      '',
      'Every mapping: --format csv, ndjson, parquet, or --json.',
    ]);
  });

  test('as ndjson has a line for each mapping, and one for a code that leads nowhere', async () => {
    const { stdout } = await translate(...toIcd10, '--format', 'ndjson');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ given }) => given)).toEqual([
      '001.0',
      ...Array.from({ length: 4 }, () => '9694'),
      ...Array.from({ length: 7 }, () => '8190'),
      '365.70',
      '999.99',
    ]);
    expect(rows[0]).toEqual({
      given: '001.0',
      code: '001.0',
      count: 11,
      outcome: 'one-to-one',
      scenario: null,
      choice_list: null,
      target_code: 'A00.0',
      target_key: null,
      target_title: 'Cholera due to Vibrio cholerae 01, biovar cholerae',
      relationship: 'equivalent',
      flags: 'approximate=false; flags=00000',
      place: 'line 1',
      doubt: null,
      map: 'gem-icd-9-cm-icd-10-cm',
      map_version: '2027',
      reverse: false,
      sample: true,
    });
    expect(rows.find(({ given }) => given === '8190')).toMatchObject({
      outcome: 'combination',
      scenario: 2,
      choice_list: 3,
    });
    expect(rows.at(-2)).toMatchObject({ outcome: 'none', target_code: null, relationship: 'unmapped' });
    expect(rows.at(-1)).toMatchObject({ outcome: 'unknown', code: null, relationship: null });
  });

  test('CSV and Parquet have the same rows; files are written whole', async () => {
    const csv = (await translate(...toIcd10, '--format', 'csv')).stdout;
    expect(csv.trimEnd().split('\r\n')).toHaveLength(15);
    expect(csv.startsWith('\uFEFFgiven,code,count,outcome,')).toBe(true);
    const path = at('translated.csv');
    const words = [...toIcd10, '--format', 'csv', '--out', path];
    expect(await translate(...words)).toMatchObject({ exitCode: 0 });
    expect(await readFile(path, 'utf8')).toBe(csv);
    expect(await translate(...words)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('is there already'),
    });
    const parquet = at('translated.parquet');
    expect(await translate(...toIcd10, '--format', 'parquet', '--out', parquet)).toMatchObject({
      exitCode: 0,
    });
    expect((await readFile(parquet, 'latin1')).startsWith('PAR1')).toBe(true);
  });

  test('as one JSON document: the maps with their outcomes, and every mapping', async () => {
    const told = JSON.parse((await translate(...toIcd10, '--json')).stdout);
    expect(told).toMatchObject({ from: 'icd-9-cm', to: 'icd-10-cm', reverse: false, list: { codes: 5 } });
    expect(told.maps).toMatchObject([
      { conceptMap: 'gem-icd-9-cm-icd-10-cm', version: '2027', sample: true, targetVersion: '2027' },
    ]);
    expect(told.maps[0].outcomes).toContainEqual({ outcome: 'combination', codes: 1 });
    expect(told.mappings).toHaveLength(14);
  });

  test('goes through all maps that lead there, or through the one that is named', async () => {
    const all = JSON.parse((await run('translate', at('who.txt'), '--to', 'icd-11-mms', '--json')).stdout);
    expect(all.maps.map(({ conceptMap }: { conceptMap: string }) => conceptMap)).toEqual([
      'who-icd-10-icd-11-multiple',
      'who-icd-10-icd-11-one',
    ]);
    const one = ['--to', 'icd-11-mms', '--map', 'who-icd-10-icd-11-one', '--format', 'ndjson'];
    const { stdout, stderr } = await run('translate', at('who.txt'), ...one);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ given, outcome, target_code }) => [given, outcome, target_code])).toEqual([
      ['A00.0', 'one-to-one', '1A00'],
      ['A09', 'none', null],
      ['A05', 'one-to-one', '1A10/1B00'],
    ]);
    expect(rows[0].target_title).toBe('Weak flame'); // by the map: ICD-11 is not held here
    expect(stderr).toContain('To be named with the data: ICD-11');
  });
});

describe('is refused or told', () => {
  test.each([
    [['--to', 'icd-12'], '--from: say of which code system the codes are: no published map leads to icd-12.'],
    [['--to', 'icd-9-cm', '--from', 'hcpcs'], 'No published map leads from hcpcs to icd-9-cm. Published: '],
    [[...toIcd10, '--map', 'none'], 'There is no concept map none. There are: gem-icd-10-cm-icd-9-cm, '],
    [[...toIcd10, '--map', 'gem-icd-10-cm-icd-9-cm'], 'can be read backwards where that is asked for'],
    [[...toIcd10, '--format', 'markdown'], '--format: found markdown, expected one of csv, ndjson, parquet.'],
    [[...toIcd10, '--map-version', '2027'], 'The version of a map needs the map'],
    [[...toIcd10, '--from-version', '2027', '--from', 'icd-9-cm'], 'No code system icd-9-cm is held.'],
  ])('%j', async (words, message) => {
    const { exitCode, stderr } = await translate(...words);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(message);
  });

  test('a map read backwards says so; a list of unknown codes ends with 1', async () => {
    await folder.write('icd-10.txt', 'T42.4X1A\n');
    const back = ['--from', 'icd-10-cm', '--to', 'icd-9-cm', '--reverse'];
    const { stdout } = await run('translate', at('icd-10.txt'), ...back);
    expect(stdout).toContain('maps read backwards, which is not what their publishers say');
    await folder.write('unknown.txt', 'Q0Q0Q\n');
    const unknown = await run('translate', at('unknown.txt'), ...toIcd10);
    expect(unknown).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('Not one code of the list'),
    });
  });
});
