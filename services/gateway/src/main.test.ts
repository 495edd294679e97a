// The gateway as a process: it starts from the environment, answers, and stops on a signal.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { emptyDatabase, smallDatabase } from '@codeset/test-kit';
import { expect, test } from 'vitest';
import { collectorUnderTest } from './collector-under-test.ts';
import { send } from './gateway-under-test.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

function start(environment: Record<string, string>) {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The URL in the first line that says `listening`. */
async function urlOf(gateway: ReturnType<typeof start>): Promise<string> {
  for await (const piece of gateway.stdout) {
    const url = /"url":"([^"]+)"/.exec(String(piece))?.[1];
    if (url) return url;
  }
  throw new Error('it ended without listening');
}

test('it answers until it is told to stop, and ends with 0', async () => {
  const database = await smallDatabase();
  const limits = { LIMIT_PAGE_SIZE: '77', LIMIT_STATEMENT_MS: '5000' };
  const gateway = start({ DATABASE_READ_URL: database.url, ...limits });
  const url = await urlOf(gateway);
  const body = JSON.stringify({ query: '{ codeSystems { id } limits { pageSize statementMs depth } }' });
  const headers = { 'content-type': 'application/json' };
  const answer = await send(`${url}/graphql`, { method: 'POST', headers, body });
  expect(answer.body.data).toEqual({
    codeSystems: [{ id: 'icd-10-cm' }],
    limits: { pageSize: 77, statementMs: 5000, depth: 16 },
  });
  const [{ role } = { role: null }] = await database.sql<{ role: string }[]>`
    select application_name as role from pg_stat_activity
    where datname = current_database() and application_name = 'codeset gateway'`;
  expect(role).toBe('codeset gateway');
  gateway.stdout.resume();
  gateway.kill('SIGTERM');
  expect(await once(gateway, 'exit')).toEqual([0, null]);
  await database.drop();
});

test('it sends traces to the collector in its environment, the last ones when it stops', async () => {
  const database = await smallDatabase();
  const { url: collector, spans, close } = await collectorUnderTest();
  const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_SERVICE_NAME: 'the east' };
  const gateway = start({ DATABASE_URL: database.url, ...traced });
  const url = await urlOf(gateway);
  expect((await send(`${url}/graphql?query={codeSystems{id}}`)).status).toBe(200);
  gateway.stdout.resume();
  gateway.kill('SIGTERM');
  expect(await once(gateway, 'exit')).toEqual([0, null]);
  expect(spans).toContainEqual(expect.objectContaining({ name: 'GET /graphql', service: 'the east' }));
  close();
  await database.drop();
});

test('it says everything that is wrong with its environment, and ends with 3', async () => {
  const gateway = start({ PORT: 'http', LOG_LEVEL: 'loud', LIMIT_DEPTH: '1' });
  const [said, [code]] = await Promise.all([text(gateway.stderr), once(gateway, 'exit')]);
  expect(code).toBe(3);
  expect(said).toMatch(/^The environment is not as needed:\n.*PORT: .*\n.*LOG_LEVEL: .*\n.*LIMIT_DEPTH: /s);
});

test('it does not start over a database that is not migrated', async () => {
  const database = await emptyDatabase();
  const gateway = start({ DATABASE_URL: database.url });
  const [said, [code]] = await Promise.all([text(gateway.stderr), once(gateway, 'exit')]);
  expect([code, said]).toEqual([3, expect.stringContaining('Run `codeset migrate` first.')]);
  await database.drop();
});
