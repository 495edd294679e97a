// `codeset reconcile` over the sample releases: what publishers announced against what the releases hold.
import { fileURLToPath } from 'node:url';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCodeset } from './run-codeset.ts';

const services = new URL('../../services/', import.meta.url);

const samples = [
  ['icd-10-cm', '2027', 'ingest-icd-10-cm/fixtures/2027/'], // before the one that its lists start from
  ['icd-10-cm', '2026', 'ingest-icd-10-cm/fixtures/2026/'],
  ['hcpcs', '2026-01', 'ingest-hcpcs/fixtures/2026-01/'],
  ['hcpcs', '2026-04', 'ingest-hcpcs/fixtures/2026-04/'],
  ['icd-11-mms', '2026-01', 'ingest-icd-11/fixtures/2026-01/'],
] as const;

let database: ThrowAwayDatabase;
const run = (...words: string[]) => runCodeset(database.url, words);

beforeAll(async () => {
  database = await throwAwayDatabase();
  for (const [codeSystem, version, path] of samples) {
    const files = fileURLToPath(new URL(path, services));
    expect(await run('load', codeSystem, version, files, '--sample')).toMatchObject({ exitCode: 0 });
  }
});
afterAll(() => database?.drop());

describe('a release with lists of changes', () => {
  test('is reconciled with the release that they start from, in whatever order they were loaded', async () => {
    const { exitCode, stdout } = await run('reconcile', 'icd-10-cm', '2027');
    expect(exitCode).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "Release 2027 (sample) of icd-10-cm

      Changes announced by 2027/icd10cm-order-addenda-2027.txt, against 2026
                                      announced  listed  found
        selectable codes before             262            262
        additions                            29      29     29
        deletions                             6       6      6
        revisions                             5       5      5
          of display and other texts          3       3      3
          of the display only                 1       1      1
          of other texts only                 1       1      1
        selectable codes now                285            285
        headers before                      201            201
        additions                            11      11     11
        deletions                             0       0      0
        revisions                             1       1      1
          of display and other texts          1       1      1
        headers now                         212            212
        No code differs.
        All of it is accounted for.

      Changes announced by 2027/icd10cm-codes-addenda-2027.txt, against 2026
                                 announced  listed  found
        selectable codes before        262            262
        additions                       29      29     29
        deletions                        6       6      6
        revisions                        4       4      4
        selectable codes now           285            285
        No code differs.
        All of it is accounted for.
      "
    `);
  });

  test('is one document for programs', async () => {
    const told = JSON.parse((await run('reconcile', 'icd-10-cm', '2027', '--json')).stdout);
    expect(told).toMatchObject({ codeSystem: 'icd-10-cm', release: { version: '2027', sample: true } });
    expect(
      told.reconciliations.map(({ scope, against, accountedFor }: Record<string, unknown>) => [
        scope,
        against,
        accountedFor,
      ]),
    ).toEqual([
      ['all', '2026', true],
      ['selectable', '2026', true],
    ]);
  });

  test('says that the release it starts from is not held', async () => {
    const { exitCode, stdout } = await run('reconcile', 'icd-10-cm', '2026');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('the release that it starts from is not held');
    expect(stdout).toContain('What can be held against the release is accounted for.');
  });
});

test('a release whose lists have no totals says so', async () => {
  const { exitCode, stdout } = await run('reconcile', 'hcpcs', '2026-04');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^Release 2026-04 \(sample\) of hcpcs\n\n.*\.prn gives no totals, .*: not reconciled\./,
  );
});

test('a release without such a list says so', async () => {
  expect(await run('reconcile', 'icd-11-mms', '2026-01')).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('came without a list of what its publisher changed'),
  });
});

test('what is not published is refused with what is', async () => {
  expect(await run('reconcile', 'icd-10-cm', '2031')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('Published: 2026, 2027.'),
  });
});
