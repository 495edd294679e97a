// The `codeset` command line as an operator meets it: words, exit codes, JSON, and the life of a release.
import { readFile } from 'node:fs/promises';
import { type ThrowAwayDatabase, emptyDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCodeset } from './run-codeset.ts';
import { sampleFolder, ScratchFolder } from './sample-files.ts';

const load = (version: string) => ['load', 'icd-10-cm', version, sampleFolder(version), '--sample'];

describe('the life of a release', () => {
  let database: ThrowAwayDatabase;
  beforeAll(async () => {
    database = await throwAwayDatabase();
  });
  afterAll(() => database.drop());
  const run = (...words: string[]) => runCodeset(database.url, words);

  test('nothing is held at first, and the answer says what to do', async () => {
    expect(await run('releases')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('codeset load'),
    });
    expect(JSON.parse((await run('releases', '--json')).stdout)).toEqual([]);
  });

  test('a dry run reports and keeps nothing', async () => {
    const { exitCode, stdout } = await run(...load('2026'), '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('would be published (dry run: nothing was kept)');
    expect(JSON.parse((await run('releases', '--json')).stdout)).toEqual([]);
  });

  test('a load reports files, records, contents, steps and findings, in text and in JSON', async () => {
    const { exitCode, stdout, stderr } = await run(...load('2026'));
    expect(exitCode).toBe(0);
    for (const word of [
      'Files',
      'Source records',
      'Counts',
      'Contents',
      'Changes announced by',
      'Steps',
      'Findings',
      'is published',
    ]) {
      expect(stdout).toContain(word);
    }
    expect(stderr).toMatch(/ s parse and normalize\n/);
    const second = await run(...load('2027'), '--json');
    const report = JSON.parse(second.stdout);
    expect(report).toMatchObject({
      outcome: 'published',
      counts: { selectable: 285, header: 212 },
      changes: { against: '2026' },
      reconciliations: [
        { scope: 'all', against: '2026', differences: [] },
        { scope: 'selectable', against: '2026', differences: [] },
      ],
    });
    expect(report.files.every(({ sha256 }: { sha256: string }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });

  test('the same files again do nothing and end with 0', async () => {
    const { exitCode, stdout } = await run(...load('2027'));
    expect(exitCode).toBe(0);
    expect(stdout).toContain('already published from the same files: nothing was done');
  });

  test('other files under a published version end with 1', async () => {
    const { exitCode, stderr } = await run('load', 'icd-10-cm', '2027', sampleFolder('2026'), '--sample');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('already published, from other files');
  });

  test('releases are listed in the order of their dates, with what each covers', async () => {
    const rows = JSON.parse((await run('releases', 'icd-10-cm', '--json')).stdout);
    expect(
      rows.map((row: Record<string, unknown>) => [
        row['version'],
        row['status'],
        row['effectiveFrom'],
        row['effectiveTo'],
      ]),
    ).toEqual([
      ['2026', 'published', '2025-10-01', '2026-09-30'],
      ['2027', 'published', '2026-10-01', '2027-09-30'],
    ]);
  });

  test('compare says what changed, in either direction', async () => {
    const forward = JSON.parse((await run('compare', 'icd-10-cm', '2026', '2027', '--json')).stdout);
    const backward = JSON.parse((await run('compare', 'icd-10-cm', '2027', '2026', '--json')).stdout);
    expect(forward.totals.codes.added).toBeGreaterThan(0);
    expect(backward).toMatchObject({
      from: { version: '2027' },
      totals: {
        concepts: forward.totals.concepts,
        codes: { added: forward.totals.codes.removed, removed: forward.totals.codes.added },
      },
    });
    expect((await run('compare', 'icd-10-cm', '2026', '2027')).stdout).toContain('selectable codes gained');
    const unknown = await run('compare', 'icd-10-cm', '2026', '2031');
    expect(unknown).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('2026 (published)') });
  });

  test('definitions that older software wrote are brought up to date by migrate', async () => {
    const ask = () => database.sql`select definition ->> 'language' as language from codeset.code_system`;
    await database.sql`update codeset.code_system set definition = definition - 'language'`;
    expect((await run('migrate')).stderr).toContain('definitions brought up to date: icd-10-cm');
    expect([...(await ask())]).toEqual([{ language: 'en' }]);
    expect((await run('migrate')).stderr).not.toContain('brought up to date');
  });

  test('a draft is loaded as one, and is never in force', async () => {
    const folder = await ScratchFolder.make();
    try {
      const sample = new URL('../../services/ingest-icd-11/fixtures/2026-01/', import.meta.url);
      const name = 'SimpleTabulation-ICD-11-MMS-en.txt';
      const published = await readFile(new URL(name, sample), 'utf8');
      await folder.write(name, published.replaceAll('/release/11/mms/', '/release/11/beta/mms/'));
      const loadDraft = ['load', 'icd-11-mms', 'draft-2026-01-20', folder.path, '--sample'];
      const loaded = await run(...loadDraft);
      expect(loaded).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining('a draft and never in force'),
      });
      expect((await run('releases', 'icd-11-mms')).stdout).toMatch(
        /draft-2026-01-20 \(sample\) +published +never in force/,
      );
      const inForce = await run(
        'query',
        '{ release(codeSystem: "icd-11-mms", on: "2026-06-01") { version } }',
      );
      expect(inForce).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('RELEASE_UNKNOWN') });
      const named = await run(
        'query',
        '{ release(codeSystem: "icd-11-mms", version: "draft-2026-01-20") { draft } }',
      );
      expect(JSON.parse(named.stdout).data).toEqual({ release: { draft: true } });
    } finally {
      await folder.delete();
    }
  });

  test('verify recomputes the digest; withdraw and publish change what is served', async () => {
    expect(await run('verify', 'icd-10-cm', '2027')).toMatchObject({ exitCode: 0 });
    expect(await run('withdraw', 'icd-10-cm', '2027')).toMatchObject({ exitCode: 0 });
    const asked = await run('query', '{ release(codeSystem: "icd-10-cm", version: "2027") { version } }');
    expect(asked.exitCode).toBe(1);
    expect(JSON.parse(asked.stdout).errors[0].message).toContain('Published: 2026');
    expect((await run('withdraw', 'icd-10-cm', '2027')).stdout).toContain('was withdrawn already');
    expect(await run('publish', 'icd-10-cm', '2027')).toMatchObject({ exitCode: 0 });
    const again = await run('query', '{ release(codeSystem: "icd-10-cm", version: "2027") { version } }');
    expect(again.exitCode).toBe(0);
  });

  test('verify ends with 1 when a stored byte changed', async () => {
    await database.sql.begin(async (tx) => {
      await tx`alter table codeset.concept_content disable trigger user`;
      await tx`update codeset.concept_content set display = display || '.' where display like 'Type 2 diabetes mellitus without%'`;
    });
    const { exitCode, stdout, stderr } = await run('verify', 'icd-10-cm', '2027');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('is not what its hash says');
    expect(stderr).toContain('is not what was published');
  });

  test('query takes variables and gives the gateway’s errors', async () => {
    const query =
      'query ($code: String!) { release(codeSystem: "icd-10-cm", version: "2026") { concept(code: $code) { code } } }';
    const found = await run('query', query, '--variables', '{"code":" i21.9 "}');
    expect(JSON.parse(found.stdout).data.release.concept).toEqual({ code: 'I21.9' });
    const wrong = await run('query', '{ nothing }');
    expect(wrong.exitCode).toBe(1);
    expect(JSON.parse(wrong.stdout).errors[0].extensions.code).toBe('BAD_REQUEST');
  });
});

describe('wrong usage and a wrong environment', () => {
  let database: ThrowAwayDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.drop());

  test.each([
    ['an unknown command', ['frobnicate'], /unknown command/],
    ['a missing argument', ['load', 'icd-10-cm'], /missing required argument/],
    ['an unknown option', ['releases', '--frob'], /unknown option/],
    ['an unknown code system', ['load', 'icd-9', '2025', 'x'], /no code system icd-9.*icd-10-cm/],
    ['a version of another form', ['load', 'icd-10-cm', 'FY25', 'x'], /FY25/],
    ['the October of a year', ['load', 'icd-10-cm', '2024-10', 'x'], /2025/],
    [
      'variables that are no object',
      ['query', '{ codeSystems { id } }', '--variables', '[1]'],
      /expected a JSON object/,
    ],
  ])('%s ends with 2', async (_, words, says) => {
    const { exitCode, stderr } = await runCodeset(database.url, words);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
  });

  test('a server that is not migrated ends with 3 until `migrate` has run', async () => {
    expect(await runCodeset(database.url, ['releases'])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('codeset migrate'),
    });
    expect(await runCodeset(database.url, ['migrate'])).toMatchObject({ exitCode: 0 });
    expect(await runCodeset(database.url, ['releases'])).toMatchObject({ exitCode: 0 });
  });

  test('a server that is not there ends with 3, and no password is shown', async () => {
    const { exitCode, stdout, stderr } = await runCodeset('postgres://codeset:secret@127.0.0.1:1/codeset', [
      'releases',
      '--json',
    ]);
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout).error.code).toBe('DATABASE_UNAVAILABLE');
    expect(stdout + stderr).not.toContain('secret');
  });

  test('help is on standard output and ends with 0', async () => {
    const { exitCode, stdout } = await runCodeset(database.url, ['--help']);
    expect(exitCode).toBe(0);
    for (const word of ['load', 'verify', 'withdraw', 'Exit codes', 'DATABASE_URL'])
      expect(stdout).toContain(word);
    expect((await runCodeset(database.url, ['load', '--help'])).stdout).toContain('--dry-run');
  });

  test('coverage needs no database', async () => {
    const { exitCode, stdout } = await runCodeset('postgres://127.0.0.1:1/none', [
      'coverage',
      'icd-10-cm',
      sampleFolder('2027'),
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('not captured: 0 places');
  });
});
