// Goldens: the questions that users ask, each with its answer and the number of SQL statements that it took.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connectDatabase, type Database } from '@codeset/database';
import { createGateway, defaultLimits, runQuery } from '@codeset/gateway';
import { loadMap, loadRelease } from '@codeset/ingestion';
import { ingestionServiceOf, mapServices } from '@codeset/operator';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const services = new URL('../../services/', import.meta.url);
const names = readdirSync(folder).flatMap((file) => /^(.+)\.graphql$/.exec(file)?.[1] ?? []);

/** `UPDATE_GOLDENS=1 npx vitest run test/golden` writes what is answered now; never in CI. */
const update = process.env['UPDATE_GOLDENS'] === '1' && !process.env['CI'];

/** A day on which release 2027 is in force. */
const today = new Date('2027-01-15T12:00:00Z');

/** 2025 is the order file of 2026 alone: a release without its tabular list. Newest first: order must not matter. */
const releases = [
  { codeSystem: 'icd-10-cm', version: '2027', files: 'ingest-icd-10-cm/fixtures/2027/' },
  { codeSystem: 'hcpcs', version: '2026-04', files: 'ingest-hcpcs/fixtures/2026-04/' },
  { codeSystem: 'icd-11-mms', version: '2027-01', files: 'ingest-icd-11/fixtures/2027-01/' },
  { codeSystem: 'icd-10-cm', version: '2026', files: 'ingest-icd-10-cm/fixtures/2026/' },
  {
    codeSystem: 'icd-10-cm',
    version: '2025',
    files: 'ingest-icd-10-cm/fixtures/2026/icd10cm-order-2026.txt',
  },
  { codeSystem: 'hcpcs', version: '2026-01', files: 'ingest-hcpcs/fixtures/2026-01/' },
  { codeSystem: 'icd-11-mms', version: '2026-01', files: 'ingest-icd-11/fixtures/2026-01/' },
];

let database: ThrowAwayDatabase;
let reader: Database;
const statements: string[] = [];

beforeAll(async () => {
  database = await throwAwayDatabase();
  for (const { codeSystem, version, files } of releases) {
    const paths = [fileURLToPath(new URL(files, services))];
    const service = ingestionServiceOf(codeSystem);
    const report = await loadRelease({ service, version, paths, sample: true }, environment());
    expect([version, report.outcome]).toEqual([version, 'published']);
  }
  for (const service of mapServices) {
    for (const { version, folder } of service.samples) {
      const request = { service, version, paths: [fileURLToPath(folder)], sample: true };
      const { conceptMap, outcome } = await loadMap(request, environment());
      expect([conceptMap, version, outcome]).toEqual([service.definition.id, version, 'published']);
    }
  }
  reader = connectDatabase({ url: database.url, applicationName: 'goldens', role: 'codeset_reader', max: 2 });
  reader.options.debug = (_connection, text) => text.includes('codeset') && statements.push(text);
});
afterAll(async () => {
  await reader?.end({ timeout: 1 });
  await database?.drop();
});

function environment() {
  const observer = { step: () => undefined, progress: () => undefined };
  return { sql: database.sql, observer, clock: () => performance.now() };
}

/** Asks a gateway that has just started, so that the count is that of a process that has seen nothing yet. */
async function ask(name: string): Promise<unknown> {
  const gateway = createGateway({ database: reader, clock: () => today });
  const variablesFile = new URL(`${name}.variables.json`, folder);
  const variables = existsSync(variablesFile) ? JSON.parse(readFileSync(variablesFile, 'utf8')) : {};
  statements.length = 0;
  const query = readFileSync(new URL(`${name}.graphql`, folder), 'utf8');
  const { status, body } = await runQuery(gateway, { query, variables });
  return { status, statements: statements.length, answer: withoutLimits(body) };
}

/** The limits stand in every answer with data, and are the same in all: they would hide what is to be read. */
function withoutLimits(body: unknown): unknown {
  const answer = body as { extensions?: { cost: { limits: unknown } } };
  if (!answer.extensions) return body;
  const { limits, ...cost } = answer.extensions.cost;
  expect(limits).toEqual(defaultLimits);
  return { ...answer, extensions: { ...answer.extensions, cost } };
}

describe('goldens', () => {
  test.each(names)('%s', async (name) => {
    const file = new URL(`${name}.golden.json`, folder);
    const found = await ask(name);
    if (update) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  test("the first query of the gateway's README is answered as it says", async () => {
    const readme = readFileSync(new URL('../../services/gateway/README.md', import.meta.url), 'utf8');
    const block = (language: string) => readme.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
    const variables = JSON.parse(/with the variables `(.+?)`/.exec(readme)?.[1] ?? '{}');
    const gateway = createGateway({ database: reader, clock: () => today });
    const { body } = await runQuery(gateway, { query: block('graphql'), variables });
    expect(body).toMatchObject({ data: JSON.parse(block('json')) });
  });

  test('every file in the folder belongs to a question', () => {
    const belonging = names.flatMap((name) =>
      ['graphql', 'golden.json', 'variables.json'].map((end) => `${name}.${end}`),
    );
    const others = readdirSync(folder).filter((file) => !belonging.includes(file));
    expect(others).toEqual(['golden.test.ts']);
    expect(names.length).toBeGreaterThanOrEqual(20);
  });
});
