// `codeset compare-index` over the sample releases: totals, and every change in each form.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCodeset } from './run-codeset.ts';

const services = new URL('../../services/', import.meta.url);
const samples = [
  ['icd-10-cm', '2027', 'ingest-icd-10-cm/fixtures/2027/'],
  ['icd-10-cm', '2026', 'ingest-icd-10-cm/fixtures/2026/'],
  ['icd-10-cm', '2025', 'ingest-icd-10-cm/fixtures/2026/icd10cm-order-2026.txt'],
  ['hcpcs', '2026-01', 'ingest-hcpcs/fixtures/2026-01/'],
  ['hcpcs', '2026-04', 'ingest-hcpcs/fixtures/2026-04/'],
] as const;

let database: ThrowAwayDatabase;
let folder: string;
const run = (...words: string[]) => runCodeset(database.url, words);
const compare = (...words: string[]) => run('compare-index', 'icd-10-cm', '2026', '2027', ...words);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeset-compare-index-'));
  database = await throwAwayDatabase();
  for (const [codeSystem, version, path] of samples) {
    const files = fileURLToPath(new URL(path, services));
    expect(await run('load', codeSystem, version, files, '--sample')).toMatchObject({ exitCode: 0 });
  }
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database?.drop();
});

interface Found {
  readonly totals: { readonly entries: number; readonly indexes: readonly { readonly index: string }[] };
  readonly notCompared: readonly string[];
  readonly changes: readonly {
    readonly index: string;
    readonly kinds: readonly string[];
    readonly before: { readonly path: readonly string[]; readonly leads: readonly string[] } | null;
    readonly after: { readonly path: readonly string[]; readonly leads: readonly string[] } | null;
  }[];
}

async function asJson(...words: string[]): Promise<Found> {
  const { exitCode, stdout } = await compare('--json', ...words);
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as Found;
}

test('totals are told index by index', async () => {
  const { exitCode, stdout } = await compare();
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Index to diseases and injuries');
  expect(stdout).toContain('Leads elsewhere');
  const { totals, changes, notCompared } = await asJson();
  expect(totals.indexes.map(({ index }) => index)).toEqual([
    'diseases',
    'external-causes',
    'neoplasms',
    'drugs',
  ]);
  expect(changes).toHaveLength(totals.entries);
  expect(totals.entries).toBeGreaterThan(20);
  expect(notCompared).toEqual([]);
});

test('CSV, ndjson and Parquet are written', async () => {
  const { changes } = await asJson();
  const { stdout: ndjson } = await compare('--format', 'ndjson');
  const lines = ndjson
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Found['changes'][number]);
  expect(lines.map(({ index, kinds }) => [index, kinds])).toEqual(
    changes.map(({ index, kinds }) => [index, kinds]),
  );
  const { stdout: csv } = await compare('--format', 'csv');
  expect(csv.trim().split('\r\n').length).toBeGreaterThan(changes.length);
  expect(csv).toContain('index,path,kinds,differs,before,after,cosmetic');
  const file = join(folder, 'index.parquet');
  expect(await compare('--format', 'parquet', '--out', file)).toMatchObject({ exitCode: 0 });
  expect((await readFile(file)).subarray(0, 4).toString()).toBe('PAR1');
  expect(await compare('--format', 'parquet', '--out', file)).toMatchObject({ exitCode: 2 }); // it is there already
});

test('the report in Markdown names every index with changes, and is twice the same', async () => {
  const [first, second] = [await compare('--format', 'markdown'), await compare('--format', 'markdown')];
  expect(first.stdout).toBe(second.stdout);
  expect(first.stdout).toContain('# What changed in the indexes of icd-10-cm');
  expect(first.stdout).toContain('### Added');
});

test('one index, one code', async () => {
  const all = await asJson();
  const drugs = await asJson('--index', 'drugs');
  expect(drugs.changes).toEqual(all.changes.filter(({ index }) => index === 'drugs'));
  const led = await asJson('--code', 'e66811');
  expect(led.changes.length).toBeGreaterThan(0);
  for (const { before, after } of led.changes) {
    expect([...(before?.leads ?? []), ...(after?.leads ?? [])].join(' ')).toContain('E66.811');
  }
});

test('an index that one release came without is not said to be gone', async () => {
  const { exitCode, stdout } = await run('compare-index', 'icd-10-cm', '2026', '2025');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('The releases have no index in common.');
  expect(stdout).toContain('Not compared');
  const hcpcs = await run('compare-index', 'hcpcs', '2026-01', '2026-04');
  expect(hcpcs).toMatchObject({ exitCode: 0 });
  expect(hcpcs.stdout).toContain('no index in common');
});

test.each([
  [['icd-10-cm', '2026', '2027', '--index', 'flowers'], 2, 'expected one of: diseases'],
  [
    ['icd-10-cm', '2026', '1999'],
    2,
    'Release 1999 of icd-10-cm is not published. Published: 2025, 2026, 2027.',
  ],
  [['icd-10-cm', '2026', '2027', '--format', 'pdf'], 2, 'expected one of csv'],
])('compare-index %j ends with %i', async (words, exitCode, message) => {
  const found = await run('compare-index', ...words);
  expect(found.exitCode).toBe(exitCode);
  expect(found.stderr).toContain(message);
});
