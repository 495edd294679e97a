// `codeset compare` of a map: what it says, what it writes, what it refuses.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCodeset } from './run-codeset.ts';
import { ScratchFolder } from './sample-files.ts';

const map = 'gem-icd-9-cm-icd-10-cm';
const sample = fileURLToPath(
  new URL('../../services/ingest-icd-10-cm/fixtures/gem-2027/2027_I9gem.txt', import.meta.url),
);

let database: ThrowAwayDatabase;
let folder: ScratchFolder;
const run = (...words: string[]) => runCodeset(database.url, words);
const compare = (...words: string[]) => run('compare', map, '2027', '2028', ...words);

beforeAll(async () => {
  database = await throwAwayDatabase();
  folder = await ScratchFolder.make();
  const lines = (await readFile(sample, 'latin1')).split('\r\n');
  const later = lines.flatMap((line) => {
    if (line.startsWith('0010 ')) return ['0010  A000    10000']; // something else is said of it
    if (line.startsWith('36570')) return ['36570 H409    10000']; // led to none
    if (line.startsWith('E0000')) return []; // gone
    if (line.startsWith('V5867')) return [line, 'V5868 Z7901   00000']; // one came
    return [line];
  });
  await folder.write('2028_I9gem.txt', later.join('\r\n'));
  expect((await run('load', map, '2027', sample, '--sample')).exitCode).toBe(0);
  expect((await run('load', map, '2028', join(folder.path, '2028_I9gem.txt'), '--sample')).exitCode).toBe(0);
});
afterAll(async () => {
  await folder?.delete();
  await database?.drop();
});

test('the sources that changed, by what became of them', async () => {
  const { exitCode, stdout } = await compare();
  expect(exitCode).toBe(0);
  expect(stdout.trimEnd().split('\n')).toEqual([
    `${map} from 2027, 17 mappings, to 2028, 17 mappings`,
    '',
    '                 sources',
    '  sourceAdded          1  the map speaks of it now',
    '  sourceRemoved        1  the map no longer speaks of it',
    '  targetAdded          1  leads to something that it did not lead to, or now to none',
    '  targetRemoved        1  no longer leads to something, or no longer to none',
    '  changed              1  something else is said of the same target',
    '  reordered            0  the same targets in another order',
    '  in all               4  sources of which something changed',
    '',
    'Every mapping that changed: --format csv, ndjson, parquet, or --json.',
  ]);
  expect((await run('compare', map, '2027', '2027')).stdout).toContain('Nothing changed.');
});

test('every mapping that changed, before and after', async () => {
  const rows = (await compare('--format', 'ndjson')).stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(
    rows.map(({ source_code, kinds, change, target_code }) => [source_code, kinds, change, target_code]),
  ).toEqual([
    ['001.0', 'changed', 'changed', 'A00.0'],
    ['365.70', 'targetAdded targetRemoved', 'removed', null],
    ['365.70', 'targetAdded targetRemoved', 'added', 'H40.9'],
    ['V58.68', 'sourceAdded', 'added', 'Z79.01'],
    ['E000.0', 'sourceRemoved', 'removed', 'Y99.0'],
  ]);
  expect(rows[0]).toMatchObject({
    relationship: 'related-to',
    relationship_before: 'equivalent',
    properties: 'approximate=true; flags=10000',
    properties_before: 'approximate=false; flags=00000',
    from_version: '2027',
    to_version: '2028',
  });
  const told = JSON.parse((await compare('--json')).stdout);
  expect(told).toMatchObject({
    conceptMap: map,
    sources: 4,
    from: { mappings: 17 },
    to: { targetVersion: '2028' },
  });
  expect(told.changes).toEqual(rows);
  const path = join(folder.path, 'changes.csv');
  expect((await compare('--format', 'csv', '--out', path)).exitCode).toBe(0);
  expect((await readFile(path, 'utf8')).trimEnd().split('\r\n')).toHaveLength(6);
});

test.each([
  [['--under', '001'], '--under: it is for code systems, not for maps.'],
  [['--format', 'markdown'], '--format: found markdown, expected one of csv, ndjson, parquet for a map.'],
  [['--out', 'x.csv'], '--out: say in which --format'],
])('%j is refused', async (words, message) => {
  expect(await compare(...words)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(message) });
});

test('a release that is not held is told with those that are', async () => {
  const { exitCode, stderr } = await run('compare', map, '2027', '2031');
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`Release 2031 of ${map} is not held. Held: 2027 (published), 2028 (published).`);
});

describe('before anyone else sees it', () => {
  const later = () => join(folder.path, '2029_I9gem.txt');
  beforeAll(async () => {
    await folder.write('2029_I9gem.txt', '0010  A000    00000\r\n9694  T424X1A 10000\r\n');
  });
  const changes = [
    'Sources that changed against 2028',
    '  the map speaks of it now                                    0',
    '  the map no longer speaks of it                              6',
    '  leads to something that it did not lead to, or now to none  0',
    '  no longer leads to something, or no longer to none          1',
    '  something else is said of the same target                   1',
    '  the same targets in another order                           0',
    '  in all                                                      8',
  ].join('\n');

  test('a dry run tells what differs from the release before, and what is not in reason', async () => {
    const { exitCode, stdout } = await run('load', map, '2029', later(), '--sample', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(changes);
    expect(stdout).toContain('change-in-reason: 6 of 8 sources (75 %) are gone since 2028.');
    const told = JSON.parse(
      (await run('load', map, '2029', later(), '--sample', '--dry-run', '--json')).stdout,
    );
    expect(told.changes).toMatchObject({ against: '2028', sources: 8 });
    expect((await run('compare', map, '2028', '2029')).exitCode).toBe(2); // nothing was kept
  });

  test('one that is checked is compared mapping by mapping', async () => {
    await run('load', map, '2029', later(), '--sample', '--no-publish');
    const { exitCode, stdout } = await run('compare', map, '2028', '2029');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${map} from 2028, 17 mappings, to 2029 (checked), 2 mappings`);
    const rows = (await run('compare', map, '2028', '2029', '--format', 'ndjson')).stdout
      .trimEnd()
      .split('\n');
    expect(rows).toHaveLength(12 + 3 + 1);
    const told = JSON.parse((await run('compare', map, '2028', '2029', '--json')).stdout);
    expect(told.to).toMatchObject({ version: '2029', status: 'checked' });
  });
});
