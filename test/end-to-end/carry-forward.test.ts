// `codeset carry-forward` over the sample releases: what it says, what it writes, how it ends.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCodeset } from './run-codeset.ts';
import { ScratchFolder } from './sample-files.ts';

const services = new URL('../../services/', import.meta.url);

const samples = [
  ['icd-10-cm', '2026', 'ingest-icd-10-cm/fixtures/2026/'],
  ['icd-10-cm', '2027', 'ingest-icd-10-cm/fixtures/2027/'],
  ['icd-10-cm-conversion', '2027', 'ingest-icd-10-cm/fixtures/conversion-2027/'],
  ['hcpcs', '2026-01', 'ingest-hcpcs/fixtures/2026-01/'],
  ['hcpcs', '2026-04', 'ingest-hcpcs/fixtures/2026-04/'],
  ['icd-11-mms', '2026-01', 'ingest-icd-11/fixtures/2026-01/'],
  ['icd-11-mms', '2027-01', 'ingest-icd-11/fixtures/2027-01/'],
] as const;

/** Every status but replaced, a code in two forms, one that nobody has. */
const volumes = [
  'dx,display,n',
  'E11.9,"Type 2 diabetes, uncomplicated",1200',
  'e119,,6',
  'A77.41,Ehrlichiosis,3',
  'T81.32XA,Disruption,40',
  'Z79.4,Insulin,77',
  'X99.9,,1',
].join('\r\n');

/** A code as ndjson and JSON tell it, as far as is looked at here. */
interface ToldCode {
  readonly given: string;
  readonly status: string;
  readonly into: readonly { readonly code: string }[];
  readonly decisions: readonly string[];
}

let database: ThrowAwayDatabase;
let folder: ScratchFolder;
const run = (...words: string[]) => runCodeset(database.url, words);
const at = (name: string) => join(folder.path, name);

beforeAll(async () => {
  database = await throwAwayDatabase();
  folder = await ScratchFolder.make();
  for (const [publication, version, path] of samples) {
    const files = fileURLToPath(new URL(path, services));
    expect(await run('load', publication, version, files, '--sample')).toMatchObject({ exitCode: 0 });
  }
  await folder.write('volumes.csv', `\uFEFF${volumes}\r\n`);
  await folder.write('codes.txt', 'E11.9\nT81.32XA\n');
});
afterAll(async () => {
  await folder?.delete();
  await database?.drop();
});

const carry = (list: string, ...words: string[]) =>
  run('carry-forward', at(list), '--from', '2026', '--to', '2027', ...words);

/** The list carried between releases of another code system. */
async function carryOther(codeSystem: string, from: string, to: string, codes: readonly string[]) {
  await folder.write('other.txt', codes.join('\n'));
  const way = ['--code-system', codeSystem, '--from', from, '--to', to];
  const { stdout } = await run('carry-forward', at('other.txt'), ...way, '--json');
  const told = JSON.parse(stdout).codes as ToldCode[];
  return told.map(({ given, status, into }) => [given, status, into.map(({ code }) => code).join(' ')]);
}

describe('a list with volumes', () => {
  test('is told in words: summary, decisions, the way', async () => {
    const { exitCode, stdout, stderr } = await carry('volumes.csv');
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/ s lineage of icd-10-cm over 2 releases\n.* s carry 5 codes from 2026 to 2027\n/);
    expect(stdout).toMatchInlineSnapshot(`
      "5 codes of icd-10-cm carried from 2026 (sample), effective from 2025-10-01, to 2027 (sample), effective from 2026-10-01
      Codes of volumes.csv from column 1 “dx”, counts from column 3 “n”.
      Given more than once, and their counts were added up: E11.9 (lines 2, 3).

                    codes  volume  to decide  volume to decide
        unchanged       2    1283          0                 0  the same code with the same display
        reworded        1       3          0                 0  the same code with another display
        subdivided      1      40          1                40  into the codes that took its place
        replaced        0       0          0                 0  by other codes
        ended           0       0          0                 0  without a successor
        unknown         1       1          1                 1  not a code of the first release
        in all          5    1327          2                41

      To be decided by a person, the largest volume first
        T81.32XA Disruption of internal operation (surgical) wound, not elsewhere classified, initial encounter (40): subdivided
          One of 4 codes is to be chosen for each case.
          → T81.320A Disruption or dehiscence of gastrointestinal tract anastomosis, repair, or closure, initial encounter
          → T81.321A Disruption or dehiscence of closure of internal operation (surgical) wound of abdominal wall muscle or fascia, initial encounter
          → T81.328A Disruption or dehiscence of closure of other specified internal operation (surgical) wound, initial encounter
          → T81.329A Deep disruption or dehiscence of operation wound, unspecified, initial encounter
        X99.9 (1): unknown
          2026 has no code X99.9.

      Through 2026 (sample), 2027 (sample)

      Every code, with its way and who says so: --format csv, ndjson, parquet, markdown, or --json; the codes to go on with: --new-list FILE.
      "
    `);
  });

  test('is told without volumes where it has none', async () => {
    const { stdout } = await carry('codes.txt');
    expect(stdout).toContain('2 codes of icd-10-cm carried');
    expect(stdout).toContain('Codes of codes.txt from column 1 (no header), no counts.');
    expect(stdout).not.toContain('volume');
  });

  test('is the same list in JSON, ndjson, CSV and Parquet', async () => {
    const document = JSON.parse((await carry('volumes.csv', '--json')).stdout);
    expect(document).toMatchObject({
      codeSystem: 'icd-10-cm',
      from: { version: '2026', sample: true },
      to: { version: '2027' },
      through: ['2026', '2027'],
      list: { name: 'volumes.csv', codeColumn: { number: 1, name: 'dx' }, countColumn: { name: 'n' } },
      inAll: { codes: 5, volume: 1327, toDecide: 2, volumeToDecide: 41 },
    });
    expect(document.list.repeated).toEqual([{ code: 'E11.9', lines: [2, 3] }]);
    const lines = (await carry('volumes.csv', '--format', 'ndjson')).stdout.trimEnd().split('\n');
    const same = { codeSystem: 'icd-10-cm', from: '2026', to: '2027', sample: true };
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      document.codes.map((code: ToldCode) => ({ ...same, ...code })),
    );
    const csv = (await carry('volumes.csv', '--format', 'csv')).stdout.trimEnd().split('\r\n');
    expect(csv).toMatchInlineSnapshot(`
      [
        "﻿given,code,display,count,status,into,into_displays,decision,notices,path,evidence,code_system,from_version,to_version,sample",
        "E11.9,E11.9,Type 2 diabetes mellitus without complications,1206,unchanged,E11.9,Type 2 diabetes mellitus without complications,,,,,icd-10-cm,2026,2027,true",
        "A77.41,A77.41,Ehrlichiosis chafeensis [E. chafeensis],3,reworded,A77.41,Ehrlichiosis chaffeensis [E. chaffeensis],,,2026→2027 A77.41 reworded,,icd-10-cm,2026,2027,true",
        "T81.32XA,T81.32XA,"Disruption of internal operation (surgical) wound, not elsewhere classified, initial encounter",40,subdivided,T81.320A; T81.321A; T81.328A; T81.329A,"Disruption or dehiscence of gastrointestinal tract anastomosis, repair, or closure, initial encounter; Disruption or dehiscence of closure of internal operation (surgical) wound of abdominal wall muscle or fascia, initial encounter; Disruption or dehiscence of closure of other specified internal operation (surgical) wound, initial encounter; Deep disruption or dehiscence of operation wound, unspecified, initial encounter",One of 4 codes is to be chosen for each case.,,"2026→2027 T81.32XA→T81.320A, T81.321A, T81.328A, T81.329A",conversion table icd-10-cm-conversion 2027; addenda icd-10-cm 2027; structure of the releases 0.9,icd-10-cm,2026,2027,true",
        "Z79.4,Z79.4,Long term (current) use of insulin,77,unchanged,Z79.4,Long term (current) use of insulin,,A part of what Z79.4 stood for has codes of its own since 2027: Z79.85.,"2026→2027 Z79.4 stays, beside it Z79.85",conversion table icd-10-cm-conversion 2027,icd-10-cm,2026,2027,true",
        "X99.9,,,1,unknown,,,2026 has no code X99.9.,,,,icd-10-cm,2026,2027,true",
      ]
    `);
    expect(csv.slice(1).map((row) => row.split(',')[0])).toEqual(
      document.codes.map(({ given }: ToldCode) => given),
    );
  });

  test('is a report in Markdown, twice the same', async () => {
    const { stdout } = await carry('volumes.csv', '--format', 'markdown');
    expect(stdout).toMatchInlineSnapshot(`
      "# A list of icd-10-cm carried from 2026 to 2027

      International Classification of Diseases, Tenth Revision, Clinical Modification

      |  | from | to |
      | --- | --- | --- |
      | release | 2026 (sample) | 2027 (sample) |
      | in force | effective from 2025-10-01 | effective from 2026-10-01 |
      | digest | \`fe96a49a7526eedb0227e2e202931f43d75bd77414c1aecd5c6415a0843d4921\` | \`8d29231555b956a2adc0cc29d181d5750b9aec1402b5926b3996fd38f496c1d1\` |

      Codes of volumes.csv from column 1 “dx”, counts from column 3 “n”. Given more than once, and their counts were added up: E11.9 (lines 2, 3). It went through 2026 (sample), 2027 (sample).

      ## Summary

      | status | codes | volume | to decide | volume to decide | meaning |
      | --- | --- | --- | --- | --- | --- |
      | unchanged | 2 | 1283 | 0 | 0 | the same code with the same display |
      | reworded | 1 | 3 | 0 | 0 | the same code with another display |
      | subdivided | 1 | 40 | 1 | 40 | into the codes that took its place |
      | replaced | 0 | 0 | 0 | 0 | by other codes |
      | ended | 0 | 0 | 0 | 0 | without a successor |
      | unknown | 1 | 1 | 1 | 1 | not a code of the first release |
      | in all | 5 | 1327 | 2 | 41 |  |

      ## To be decided (1)

      - \`T81.32XA\` Disruption of internal operation (surgical) wound, not elsewhere classified, initial encounter (40)
        - One of 4 codes is to be chosen for each case.
        - → \`T81.320A\` Disruption or dehiscence of gastrointestinal tract anastomosis, repair, or closure, initial encounter
        - → \`T81.321A\` Disruption or dehiscence of closure of internal operation (surgical) wound of abdominal wall muscle or fascia, initial encounter
        - → \`T81.328A\` Disruption or dehiscence of closure of other specified internal operation (surgical) wound, initial encounter
        - → \`T81.329A\` Deep disruption or dehiscence of operation wound, unspecified, initial encounter
        - 2026→2027 T81.32XA→T81.320A, T81.321A, T81.328A, T81.329A: conversion table icd-10-cm-conversion 2027; addenda icd-10-cm 2027; structure of the releases 0.9

      ## Unknown (1)

      - \`X99.9\` (1)
        - 2026 has no code X99.9.

      ## Reworded (1)

      - \`A77.41\` Ehrlichiosis ~~chafeensis~~ **chaffeensis** \\[E. ~~chafeensis~~ **chaffeensis**\\] (3)

      ## Notices (1)

      - \`Z79.4\` Long term (current) use of insulin (77)
        - A part of what Z79.4 stood for has codes of its own since 2027: Z79.85.
      "
    `);
    expect((await carry('volumes.csv', '--format', 'markdown')).stdout).toBe(stdout);
  });

  test('can name its columns', async () => {
    const named = await carry('volumes.csv', '--code-column', 'DX', '--count-column', '3', '--json');
    expect(JSON.parse(named.stdout).inAll).toMatchObject({ codes: 5, volume: 1327 });
  });
});

test('the example of the front README is what the samples give', async () => {
  const readme = await readFile(new URL('../README.md', services), 'utf8');
  const [, list, answer] = /```csv\n(.*?)```.*?```text\n(.*?)```/s.exec(readme) ?? [];
  await folder.write('volumes-of-readme.csv', list ?? '');
  const { stdout } = await carry('volumes-of-readme.csv');
  expect(stdout.replaceAll('volumes-of-readme', 'volumes')).toBe(answer);
});

describe('other code systems', () => {
  test('HCPCS: an ended code leads on by its cross-reference', async () => {
    expect(await carryOther('hcpcs', '2026-01', '2026-04', ['J0120', 'A4221', 'G9003', 'A0425'])).toEqual([
      ['J0120', 'replaced', 'J0121'],
      ['A4221', 'reworded', 'A4221'],
      ['G9003', 'ended', ''],
      ['A0425', 'unchanged', 'A0425'],
    ]);
  });

  test('ICD-11: an entity keeps its identity under another code', async () => {
    expect(await carryOther('icd-11-mms', '2026-01', '2027-01', ['1A20', '1B01', '1A11'])).toEqual([
      ['1A20', 'replaced', '1A12.0'],
      ['1B01', 'replaced', '1B05'],
      ['1A11', 'ended', ''],
    ]);
  });
});

describe('files', () => {
  test('the new list holds what needs no decision, and can be carried again', async () => {
    const [list, open] = [at('new.csv'), at('undecided.csv')];
    const { exitCode, stderr } = await carry('volumes.csv', '--new-list', list, '--undecided', open);
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`--new-list: 3 codes in ${list}`);
    expect(stderr).toContain(`--undecided: 2 codes in ${open}`);
    expect(await readFile(list, 'utf8')).toMatchInlineSnapshot(`
      "﻿code,display,count
      A77.41,Ehrlichiosis chaffeensis [E. chaffeensis],3
      E11.9,Type 2 diabetes mellitus without complications,1206
      Z79.4,Long term (current) use of insulin,77
      "
    `);
    const rows = (await readFile(open, 'utf8')).trimEnd().split('\r\n');
    expect(rows.map((row) => row.split(',')[0])).toEqual(['\uFEFFgiven', 'T81.32XA', 'X99.9']);
    const again = await run('carry-forward', list, '--from', '2027', '--to', '2027', '--json');
    expect(JSON.parse(again.stdout).summary[0]).toMatchObject({
      status: 'unchanged',
      codes: 3,
      volume: 1286,
    });
  });

  test('are written whole, overwritten with --force only, and told of', async () => {
    for (const [format, begins] of [
      ['csv', '\uFEFFgiven,'],
      ['ndjson', '{"codeSystem":"icd-10-cm",'],
      ['markdown', '# A list of icd-10-cm'],
      ['parquet', 'PAR1'],
    ] as const) {
      const path = at(`carried.${format}`);
      const words = ['--format', format, '--out', path];
      expect(await carry('volumes.csv', ...words)).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining('5 codes of icd-10-cm carried'),
        stderr: expect.stringContaining(`--out: 5 codes in ${path}`),
      });
      expect((await readFile(path, 'utf8')).startsWith(begins)).toBe(true);
      expect(await carry('volumes.csv', ...words)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining(`--out: ${path} is there already. --force`),
      });
      const forced = JSON.parse((await carry('volumes.csv', ...words, '--force', '--json')).stdout);
      expect(forced).toMatchObject({ format, file: path, inAll: { codes: 5 } });
    }
  });

  test('are not begun when the command is refused', async () => {
    const path = at('never.csv');
    const words = ['--from', '2026', '--to', '2031', '--new-list', path];
    expect(await run('carry-forward', at('codes.txt'), ...words)).toMatchObject({ exitCode: 2 });
    expect(existsSync(path)).toBe(false);
  });
});

test('standard input is read where the list is -', () => {
  const program = fileURLToPath(new URL('operator/src/main.ts', services));
  const words = ['carry-forward', '-', '--from', '2026', '--to', '2027', '--json'];
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', program, ...words], {
    cwd: fileURLToPath(new URL('../', services)),
    env: { ...process.env, DATABASE_URL: database.url },
    input: 'code,count\nE11.9,5\n',
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ list: { name: 'standard input' }, inAll: { volume: 5 } });
});

describe('refusals', () => {
  test('a list of which not one code is known ends with 1, and is told all the same', async () => {
    await folder.write('wrong.txt', 'J0120\nA4221\n');
    const { exitCode, stdout, stderr } = await carry('wrong.txt');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('2026 has no code J0120.');
    expect(stderr).toContain('Not one code of the list is in 2026 of icd-10-cm');
  });

  test.each<[string, string[], number, RegExp]>([
    [
      'a release that is not published',
      ['--from', '2025', '--to', '2027'],
      2,
      /Release 2025 of icd-10-cm is not published\. Published: 2026, 2027\./,
    ],
    ['a way back', ['--from', '2027', '--to', '2026'], 2, /2026 is not in force after 2027/],
    [
      'a code system that is not held',
      ['--from', '1', '--to', '2', '--code-system', 'icd-9'],
      2,
      /Held: hcpcs, icd-10-cm, icd-11-mms\./,
    ],
    ['no release', ['--from', '2026'], 2, /--to <version>/],
    [
      'a file without a format',
      ['--from', '2026', '--to', '2027', '--out', 'x'],
      2,
      /--out: say in which --format/,
    ],
    ['force without a file', ['--from', '2026', '--to', '2027', '--force'], 2, /--force/],
    [
      'one file for two lists',
      ['--from', '2026', '--to', '2027', '--new-list', 'x', '--undecided', 'x'],
      2,
      /--undecided: x is named twice/,
    ],
    [
      'one column for two things',
      ['--from', '2026', '--to', '2027', '--code-column', '1', '--count-column', '1'],
      2,
      /--code-column and --count-column/,
    ],
    [
      'a column that is not there',
      ['--from', '2026', '--to', '2027', '--code-column', 'icd'],
      1,
      /codes\.txt:1: found one column, "E11\.9", expected a column icd/,
    ],
  ])('%s', async (_, words, exitCode, says) => {
    const refused = await run('carry-forward', at('codes.txt'), ...words);
    expect(refused).toMatchObject({ exitCode, stderr: expect.stringMatching(says) });
  });

  test('a list that is not there, and lines that are not of a list', async () => {
    expect(await carry('none.csv')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('none.csv: found nothing at this path'),
    });
    await folder.write('bad.csv', 'code,n\nE11.9,x\nI10,-2\n');
    const { exitCode, stdout } = await carry('bad.csv', '--json');
    expect([exitCode, JSON.parse(stdout).error]).toMatchObject([1, { code: 'FILE_REFUSED', problems: 2 }]);
  });
});
