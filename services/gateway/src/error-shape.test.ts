// What clients are told when something fails, and what only the log is told.
import { onServer, type SmallDatabase, smallDatabase, withDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest, send } from './gateway-under-test.ts';

const query = '{ release(codeSystem: "icd-10-cm", version: "2026") { concept(code: "E11.9") { display } } }';

describe('an unexpected error', () => {
  let under: GatewayUnderTest<SmallDatabase>;
  beforeAll(async () => {
    under = await gatewayUnderTest(await smallDatabase());
  });
  afterAll(() => under.close());
  beforeEach(() => {
    under.log.length = 0;
  });

  test('is masked, with a request id by which the log tells what happened', async () => {
    await under.database.sql`alter table codeset.concept_content rename column display to secret`;
    const answer = await under.ask(query, {}, { 'x-request-id': 'find-me' });
    await under.database.sql`alter table codeset.concept_content rename column secret to display`;
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({
      data: null,
      errors: [
        {
          message: 'Internal error. Request id find-me',
          path: ['release', 'concept', 'display'],
          locations: expect.anything(),
          extensions: { code: 'INTERNAL', requestId: 'find-me' },
        },
      ],
    });
    const [failed] = under.log;
    expect(failed).toMatchObject({ requestId: 'find-me', msg: 'failed', level: 50 });
    expect(JSON.stringify(failed)).toContain('column \\"display\\" does not exist');
  });

  test('takes all data away: null means that something is not there, never that it failed', async () => {
    await under.database.sql`alter table codeset.finding rename to gone`;
    const answer = await under.ask(
      `{ codeSystems { id } release(codeSystem: "icd-10-cm") { version findings { rule } } }`,
    );
    await under.database.sql`alter table codeset.gone rename to finding`;
    expect([answer.status, answer.body.data]).toEqual([500, null]);
    expect(answer.body).not.toHaveProperty('extensions');
  });

  test('is not remembered', async () => {
    expect((await under.ask(query)).status).toBe(200);
  });

  test('a statement that takes too long is a 503 with the time to try again', async () => {
    await under.database.reader`select 1`;
    const connection = await under.database.sql.reserve();
    await connection`begin`;
    await connection`lock table codeset.release in access exclusive mode`;
    const answer = await under.ask(query); // the reader role waits for a lock for two seconds
    await connection`rollback`;
    connection.release();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(answer.body.errors[0].extensions).toEqual({ code: 'DATABASE_UNAVAILABLE' });
  });
});

describe('a database that is gone', () => {
  test('is a 503 with the time to try again, and /ready says so', async () => {
    const under = await gatewayUnderTest(await smallDatabase([]));
    expect((await under.ask('{ codeSystems { id } }')).status).toBe(200);
    const { url } = under.database;
    const name = new URL(url).pathname.slice(1);
    await onServer(withDatabase(url, 'postgres'), (sql) => sql`drop database ${sql(name)} with (force)`);
    const answer = await under.ask('{ codeSystems { id } }');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(answer.body.errors[0]).toMatchObject({
      message: 'The database cannot be reached or is too slow to answer. Try again in a moment.',
      extensions: { code: 'DATABASE_UNAVAILABLE' },
    });
    expect(await send(`${under.listening.url}/ready`)).toMatchObject({
      status: 503,
      body: { ready: false, reason: 'the database does not answer' },
    });
    expect((await under.ask('{ limits { codes } }')).status).toBe(200);
    await under.close();
  });

  test('a server that ends the connections of a pool is used again by the next request', async () => {
    const under = await gatewayUnderTest(await smallDatabase());
    expect((await under.ask(query)).status).toBe(200);
    await under.database.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'codeset test reader'`;
    await expect.poll(async () => (await under.ask(query)).status).toBe(200);
    await under.close();
  });
});
