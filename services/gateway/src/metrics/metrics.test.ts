// The figures at /metrics, over real requests.
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest, send } from '../gateway-under-test.ts';
import { createGateway } from '../server.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase());
});
afterAll(() => under.close());

const query = '{ release(codeSystem: "icd-10-cm", version: "2026") { concept(code: "E11.9") { display } } }';

/** The value of a figure; undefined when it is not there. */
async function figure(line: string, url = `${under.listening.url}/metrics`): Promise<number | undefined> {
  const { body } = await send(url);
  const found = String(body)
    .split('\n')
    .find((each) => each.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}

test('requests are counted by kind and status, however they are named', async () => {
  await under.ask(query);
  await under.ask('{ nothing }');
  await send(`${under.listening.url}/made-up/path`);
  const counted = (labels: string) => figure(`codeset_requests_total{${labels}}`);
  await expect.poll(() => counted('kind="query",status="200"')).toBeGreaterThanOrEqual(1);
  expect(await counted('kind="query",status="400"')).toBe(1);
  expect(await counted('kind="other",status="404"')).toBe(1);
  expect(await figure('codeset_request_seconds_count{kind="query"}')).toBe(2);
  expect(await figure('codeset_requests_under_way')).toBe(1); // the one that asks
});

test('statements, connections, releases and caches have their figures', async () => {
  await under.ask(query);
  expect(await figure('codeset_statement_seconds_count{question="listPublishedReleases"}')).toBeGreaterThan(
    0,
  );
  expect(await figure('codeset_pool_size')).toBe(3);
  expect(await figure('codeset_pool_waiting')).toBe(0);
  expect(await figure('codeset_database_up')).toBe(1);
  expect(await figure('codeset_published_releases{of="code systems"}')).toBe(3);
  expect(await figure('codeset_cache_entries{cache="contents"}')).toBeGreaterThan(0);
  expect(await figure('codeset_cache_hits{cache="documents"}')).toBeGreaterThan(0);
  expect(await figure('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  await expect.poll(() => figure('nodejs_eventloop_lag_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0);
});

test('a statement whose connection is lost is counted as failed and as asked again', async () => {
  const { sql } = under.database;
  const held = await sql.reserve();
  await held`begin`;
  await held`lock table codeset.release_concept in access exclusive mode`;
  const answer = under.ask(query.replace('E11.9', 'S52.521A'));
  const waiting = () => sql<{ pid: number }[]>`
    select pid from pg_stat_activity
    where datname = current_database() and application_name = 'codeset test reader' and wait_event_type = 'Lock'`;
  await expect.poll(async () => (await waiting()).length, { timeout: 10_000 }).toBe(1);
  for (const { pid } of await waiting()) await sql`select pg_terminate_backend(${pid})`;
  await held`rollback`;
  held.release();
  expect((await answer).status).toBe(200);
  expect(await figure('codeset_statements_retried_total{question="listConceptsByLookUp"}')).toBe(1);
  expect(await figure('codeset_database_changes_total{database="first",change="away"}')).toBe(1);
  expect(await figure('codeset_database_changes_total{database="first",change="back"}')).toBe(1);
});

test('the figures can be on a port of their own, or off', async () => {
  const options = { database: under.database.reader, clock: () => new Date() };
  const apart = await createGateway({ ...options, metricsPort: 0 }).listen({ port: 0, host: '127.0.0.1' });
  expect((await send(`${apart.url}/metrics`)).status).toBe(404);
  const own = `http://127.0.0.1:${apart.metricsPort}/metrics`;
  expect(await figure('codeset_database_up', own)).toBe(1);
  await apart.close();
  await expect(fetch(own)).rejects.toThrow();
  const off = await createGateway({ ...options, metricsPort: 'off' }).listen({ port: 0, host: '127.0.0.1' });
  expect((await send(`${off.url}/metrics`)).status).toBe(404);
  await off.close();
});
