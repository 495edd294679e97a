// `codeset compare` over the sample releases of all three code systems: what it says, what it writes, how it ends.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changeKinds } from '@codeset/terminology';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCodeset } from './run-codeset.ts';
import { ScratchFolder } from './sample-files.ts';

const services = new URL('../../services/', import.meta.url);
const reports = new URL('./reports/', import.meta.url);

/** `UPDATE_GOLDENS=1 npx vitest run test/end-to-end/compare.test.ts` writes the reports of now; never in CI. */
const update = process.env['UPDATE_GOLDENS'] === '1' && !process.env['CI'];

const pairs = [
  { codeSystem: 'icd-10-cm', from: '2026', to: '2027', fixtures: 'ingest-icd-10-cm', changes: 66 },
  { codeSystem: 'hcpcs', from: '2026-01', to: '2026-04', fixtures: 'ingest-hcpcs', changes: 22 },
  { codeSystem: 'icd-11-mms', from: '2026-01', to: '2027-01', fixtures: 'ingest-icd-11', changes: 9 },
];

/** A change as ndjson and JSON tell it, as far as is looked at here. */
interface ToldChange {
  readonly code: string | null;
  readonly kinds: readonly string[];
  readonly cosmetic: boolean;
  readonly before: { readonly display: string; readonly selectable: boolean } | null;
  readonly after: { readonly display: string; readonly selectable: boolean } | null;
}

let database: ThrowAwayDatabase;
let folder: ScratchFolder;
const run = (...words: string[]) => runCodeset(database.url, words);

beforeAll(async () => {
  database = await throwAwayDatabase();
  folder = await ScratchFolder.make();
  for (const { codeSystem, from, to, fixtures } of pairs) {
    for (const version of [from, to]) {
      const path = fileURLToPath(new URL(`${fixtures}/fixtures/${version}/`, services));
      expect(await run('load', codeSystem, version, path, '--sample')).toMatchObject({ exitCode: 0 });
    }
  }
});
afterAll(async () => {
  await folder?.delete();
  await database?.drop();
});

const compare = (...words: string[]) => run('compare', 'icd-10-cm', '2026', '2027', ...words);
const json = async (...words: string[]) => JSON.parse((await compare('--json', ...words)).stdout);

describe('totals', () => {
  test('are told in words: kinds, codes, chapters, and what was not compared', async () => {
    const { exitCode, stdout, stderr } = await compare();
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/ s compare 2026 with 2027\n/);
    expect(stdout).toMatchInlineSnapshot(`
      "Changes of icd-10-cm from 2026 (sample), effective from 2025-10-01, to 2027 (sample), effective from 2026-10-01
      66 concepts changed. In 2 of them only case, punctuation or spacing of texts differ.

      Kinds of change; a concept can have several
        added              38  new in the second release
        removed             1  gone from the second release, with nothing in its place by subdivision
        subdivided          6  selectable before, with new codes in its place
        selectableChanged   3  selectable where it was not, or the other way round
        moved               4  under another parent
        reworded            7  a text differs
        changed            14  a property, date, note or another fact differs

      Codes
        codes added                                 37
        codes removed                                3
        selectable codes gained                     29
        selectable codes lost                        6
          became headers over new codes              3
          placeholder replaced by new characters     3
          without heirs                              0
        selectable codes revised (another display)   4

      By chapter
         1   2  reworded 2                                                                             Certain infectious and parasitic diseases
         3   1  reworded 1                                                                             Diseases of the blood and blood-forming organs and certain disorders involving the immune mechanism
         4  12  added 9, subdivided 1, selectableChanged 1, changed 3                                  Endocrine, nutritional and metabolic diseases
         7   3  added 1, moved 1, reworded 1                                                           Diseases of the eye and adnexa
         9  12  added 5, removed 1, subdivided 1, selectableChanged 1, moved 3, reworded 1, changed 2  Diseases of the circulatory system
        10   2  changed 2                                                                              Diseases of the respiratory system
        11   1  changed 1                                                                              Diseases of the digestive system
        18   1  changed 1                                                                              Symptoms, signs and abnormal clinical and laboratory findings, not elsewhere classified
        19  20  added 16, subdivided 3, changed 1                                                      Injury, poisoning and certain other consequences of external causes
        21   9  added 5, subdivided 1, selectableChanged 1, reworded 2, changed 3                      Factors influencing health status and contact with health services
        22   3  added 2, changed 1                                                                     Codes for special purposes

      Not compared
        Alphabetic indexes and tables: concepts are compared, not the entries that lead to them (\`codeset compare-index\` does).

      One by one: --format csv, ndjson, parquet, markdown, or --json; --help has the filters.
      "
    `);
  });

  test('are of what is asked for', async () => {
    const { stdout } = await compare('--under', 'e66', '--kinds', 'added,subdivided');
    expect(stdout).toMatchInlineSnapshot(`
      "Changes of icd-10-cm from 2026 (sample), effective from 2025-10-01, to 2027 (sample), effective from 2026-10-01
      Only: of the kinds added, subdivided; under e66
      6 concepts changed as asked for, of 66 in all.

      Kinds of change; a concept can have several
        added              5  new in the second release
        subdivided         1  selectable before, with new codes in its place
        selectableChanged  1  selectable where it was not, or the other way round
        changed            1  a property, date, note or another fact differs

      Codes
        codes added                                 5
        codes removed                               0
        selectable codes gained                     4
        selectable codes lost                       1
          became headers over new codes             1
          placeholder replaced by new characters    0
          without heirs                             0
        selectable codes revised (another display)  0

      By chapter
        4  6  added 5, subdivided 1, selectableChanged 1, changed 1  Endocrine, nutritional and metabolic diseases

      Not compared
        Alphabetic indexes and tables: concepts are compared, not the entries that lead to them (\`codeset compare-index\` does).

      One by one: --format csv, ndjson, parquet, markdown, or --json; --help has the filters.
      "
    `);
    expect((await compare('--text', 'no such word')).stdout).toContain(
      'No change is as asked for; 66 concepts changed in all.',
    );
  });

  test('say what one of the releases came without', async () => {
    const order = fileURLToPath(new URL('ingest-icd-10-cm/fixtures/2026/icd10cm-order-2026.txt', services));
    await run('load', 'icd-10-cm', '2025', order, '--sample', '--no-publish');
    const checked = await run('compare', 'icd-10-cm', '2025', '2026');
    expect(checked.stdout).toContain('Not published: 2025 (checked).');
    await run('publish', 'icd-10-cm', '2025');
    const { stdout } = await run('compare', 'icd-10-cm', '2025', '2026');
    expect(stdout).toContain('Nothing changed.');
    expect(stdout).toContain('Tabular list (only 2026 came with it): Chapters, blocks, notes');
    expect(stdout).toContain('Chapters and other groupings: one of the releases holds none.');
  });
});

describe.each(pairs)('$codeSystem', ({ codeSystem, from, to, changes }) => {
  const ofPair = (...words: string[]) => run('compare', codeSystem, from, to, ...words);

  test('the report is the one that is kept, and twice the same', async () => {
    const file = new URL(`${codeSystem}-${from}-to-${to}.md`, reports);
    const { exitCode, stdout } = await ofPair('--format', 'markdown');
    expect(exitCode).toBe(0);
    if (update) writeFileSync(file, stdout);
    expect(stdout).toBe(readFileSync(file, 'utf8'));
    expect((await ofPair('--format', 'markdown')).stdout).toBe(stdout);
  });

  test('ndjson, JSON and CSV tell of the same changes', async () => {
    const ndjson = (await ofPair('--format', 'ndjson')).stdout.trimEnd().split('\n');
    const lines = ndjson.map((line) => JSON.parse(line));
    expect(lines).toHaveLength(changes);
    const document = JSON.parse((await ofPair('--json')).stdout);
    const same = { codeSystem, from, to, sample: true };
    expect(lines).toEqual(document.changes.map((change: ToldChange) => ({ ...same, ...change })));
    expect(document).toMatchObject({
      codeSystem,
      from: { version: from, sample: true },
      to: { version: to },
    });
    expect(document.totals.concepts).toBe(changes);
    expect(document.changes).toHaveLength(changes);
    const csv = (await ofPair('--format', 'csv')).stdout;
    expect(new Set(csv.split('\r\n').map((row) => row.split(',')[0]))).toEqual(
      new Set(['\uFEFFcode', '', ...lines.map(({ code }) => code ?? '')]),
    );
  });

  test('a release has not changed against itself', async () => {
    const itself = (...words: string[]) => run('compare', codeSystem, to, to, ...words);
    expect(await itself()).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Nothing changed.'),
    });
    expect((await itself('--format', 'csv')).stdout).toMatch(/^\uFEFFcode,[a-z_,]+\r\n$/);
    expect((await itself('--format', 'ndjson')).stdout).toBe('');
    expect((await itself('--format', 'markdown')).stdout).toContain('\nNothing changed.\n');
    const document = JSON.parse((await itself('--json')).stdout);
    expect(document).toMatchObject({ totals: { concepts: 0 }, changes: [] });
  });
});

test('every report belongs to a pair of sample releases', async () => {
  const kept = pairs.map(({ codeSystem, from, to }) => `${codeSystem}-${from}-to-${to}.md`).sort();
  expect((await readdir(reports)).sort()).toEqual(kept);
});

describe('what is asked for', () => {
  test('the other way round: what came has gone', async () => {
    const forward = await json();
    const backward = JSON.parse((await run('compare', 'icd-10-cm', '2027', '2026', '--json')).stdout);
    expect(backward.totals.codes).toEqual({
      added: forward.totals.codes.removed,
      removed: forward.totals.codes.added,
    });
    expect(backward.totals.selectable.gained).toBe(forward.totals.selectable.lost);
  });

  const selectable = ({ before, after }: ToldChange) => before?.selectable || after?.selectable;

  test.each<[string, string[], (change: ToldChange) => unknown]>([
    ['kinds', ['--kinds', 'moved,subdivided'], ({ kinds }) => /moved|subdivided/.test(kinds.join())],
    ['a subtree', ['--under', 'e66'], ({ code }) => code?.startsWith('E66')],
    ['a block', ['--under', 'e08-e13'], ({ code }) => /^E(08|09|1[0-3])/.test(code ?? '')],
    ['what is selectable', ['--selectable-only'], selectable],
    ['more than cosmetic', ['--without-cosmetic'], ({ cosmetic }) => !cosmetic],
    ['words', ['--text', 'DIABETES type'], ({ after }) => /type.*diabetes/i.test(after?.display ?? '')],
  ])('only %s', async (_, words, holds) => {
    const some = await json(...words);
    expect(some.totals.concepts).toBe(some.changes.length);
    expect(some.changes.length).toBeGreaterThan(0);
    expect(some.changes.length).toBeLessThan(66);
    expect(some.changes.filter((change: ToldChange) => !holds(change))).toEqual([]);
  });

  test('only the subtree of an entity, by its URI', async () => {
    const uri = 'http://id.who.int/icd/entity/';
    const ofPair = async (...words: string[]) =>
      JSON.parse((await run('compare', 'icd-11-mms', '2026-01', '2027-01', '--json', ...words)).stdout)
        .changes;
    const recoded = await ofPair('--kinds', 'recoded');
    const { key, code } = recoded.find((change: ToldChange) => change.code === '1A12.0');
    expect(await ofPair('--under', `${uri}${key}`)).toMatchObject([{ key, code, before: { code: '1A20' } }]);
  });

  test('every kind can be asked for', async () => {
    expect((await json('--kinds', changeKinds.join(','))).changes).toHaveLength(66);
  });
});

describe('files', () => {
  const at = (name: string) => join(folder.path, name);

  test('are written whole, overwritten with --force only, and told of', async () => {
    for (const [format, begins] of [
      ['csv', '\uFEFFcode,'],
      ['ndjson', '{"codeSystem":"icd-10-cm",'],
      ['markdown', '# Changes of icd-10-cm'],
      ['parquet', 'PAR1'],
    ] as const) {
      const path = at(`changes.${format}`);
      const words = ['--format', format, '--out', path];
      const first = await compare(...words);
      expect(first).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining(`66 changes of icd-10-cm`),
      });
      expect((await readFile(path, 'utf8')).startsWith(begins)).toBe(true);
      await writeFile(path, 'mine');
      expect(await compare(...words)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('--force'),
      });
      expect(await readFile(path, 'utf8')).toBe('mine');
      const forced = JSON.parse((await compare(...words, '--force', '--json')).stdout);
      expect(forced).toMatchObject({ format, file: path, changes: 66, to: { version: '2027' } });
      expect((await readFile(path, 'utf8')).startsWith(begins)).toBe(true);
    }
    const names = await readdir(folder.path);
    expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('are not begun when the command is refused', async () => {
    const path = at('never.csv');
    const refused = await run('compare', 'icd-10-cm', '2026', '2031', '--format', 'csv', '--out', path);
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('2026 (published)') });
    expect(existsSync(path)).toBe(false);
  });
});

describe('refusals', () => {
  test.each([
    ['an unknown kind', ['--kinds', 'gone'], 2, /--kinds: found gone, .*selectableChanged/],
    ['an unknown format', ['--format', 'xls'], 2, /--format: found xls/],
    [
      'a code that neither has',
      ['--under', 'Q99.Q'],
      2,
      /--under: neither 2026 nor 2027 has a concept Q99\.Q/,
    ],
    ['a file without a format', ['--out', 'x'], 2, /--format/],
  ])('%s', async (_, words, exitCode, says) => {
    expect(await compare(...words)).toMatchObject({ exitCode, stderr: expect.stringMatching(says) });
  });

  test('a code system that is not there', async () => {
    const { exitCode, stderr } = await run('compare', 'icd-9', '1', '2');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('icd-10-cm, hcpcs, icd-11-mms')]);
  });
});

describe('a release that is held and not published', () => {
  beforeAll(() => run('withdraw', 'hcpcs', '2026-04'));
  afterAll(() => run('publish', 'hcpcs', '2026-04'));

  test('is counted, and the answer says what brings the details', async () => {
    const { exitCode, stdout } = await run('compare', 'hcpcs', '2026-01', '2026-04');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Changes of codes against 2026-01');
    expect(stdout).toContain('Not published: 2026-04 (withdrawn).');
    expect(stdout).toContain('`codeset publish hcpcs 2026-04`');
    const counted = JSON.parse((await run('compare', 'hcpcs', '2026-01', '2026-04', '--json')).stdout);
    expect(counted).toMatchObject({ summary: { against: '2026-01', added: 4 }, to: { version: '2026-04' } });
  });

  test('has no changes one by one', async () => {
    for (const words of [
      ['--format', 'csv'],
      ['--kinds', 'added'],
    ]) {
      const refused = await run('compare', 'hcpcs', '2026-01', '2026-04', ...words);
      expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('codeset publish') });
    }
  });
});
