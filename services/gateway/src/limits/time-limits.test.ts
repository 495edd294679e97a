// The limits on time: a slow body, a request and a statement that take too long, a database that does not answer.
import { connect } from 'node:net';
import { connectDatabase } from '@codeset/database';
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';

let database: SmallDatabase;
const open: GatewayUnderTest<{ drop(): Promise<void>; reader: SmallDatabase['reader'] }>[] = [];
beforeAll(async () => {
  database = await smallDatabase();
});
afterEach(async () => {
  for (const under of open.splice(0)) await under.close();
});
afterAll(() => database.drop());

/** A gateway with a pool of its own over the same database. */
async function gatewayWith(requestMs: number, statementMs = 15_000, max = 3) {
  const reader = connectDatabase({
    url: database.url,
    applicationName: 'codeset test reader',
    role: 'codeset_reader',
    statementTimeoutMs: statementMs,
    max,
  });
  const drop = () => reader.end({ timeout: 1 });
  const under = await gatewayUnderTest({ reader, drop }, { limits: { requestMs } });
  open.push(under);
  return under;
}

/** The findings take so many seconds to read, while `work` goes on. */
async function withSlowFindings<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  await database.sql`alter table codeset.finding rename to finding_table`;
  await database.sql.unsafe(
    `create view codeset.finding as select f.* from pg_sleep(${seconds}) s left join codeset.finding_table f on true`,
  );
  await database.sql`grant select on codeset.finding to codeset_reader`;
  try {
    return await work();
  } finally {
    await database.sql`drop view codeset.finding`;
    await database.sql`alter table codeset.finding_table rename to finding`;
  }
}

const release = (selection: string) =>
  `{ release(codeSystem: "icd-10-cm", version: "2026") { ${selection} } }`;

describe('a request that takes longer than it may', () => {
  test('is refused while its statement still runs, and the gateway goes on', async () => {
    const under = await gatewayWith(400);
    const begun = performance.now();
    const answer = await withSlowFindings(1.5, async () => {
      const refused = await under.ask(release('findings { rule }'));
      expect(performance.now() - begun).toBeLessThan(1_400);
      return refused;
    });
    const { found, ...extensions } = answer.body.errors[0].extensions;
    expect([answer.status, extensions]).toEqual([
      400,
      { code: 'QUERY_TOO_EXPENSIVE', limit: 'requestMs', maximum: 400 },
    ]);
    expect(found).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toHaveProperty('extensions');
    expect((await under.ask(release('version'))).status).toBe(200);
  });

  test('asks nothing more once it is over, and leaves no error behind', async () => {
    const under = await gatewayWith(400);
    await under.ask(release('version'));
    under.statements.length = 0;
    under.log.length = 0;
    const nested = release('findings { rule } roots { nodes { children { children { display } } } }');
    await withSlowFindings(0.8, async () => {
      expect((await under.ask(nested)).body.errors[0].extensions.limit).toBe('requestMs');
      const begun = under.statements.length;
      await new Promise((resolve) => setTimeout(resolve, 800));
      expect(under.statements.length).toBe(begun);
    });
    expect(under.log.filter(({ msg }) => msg === 'failed')).toEqual([]);
    expect(under.log.at(-1)).toMatchObject({ errorCode: 'QUERY_TOO_EXPENSIVE', status: 400 });
  });

  test('is a 503 where the database answers nobody', async () => {
    const under = await gatewayWith(300, 15_000, 1);
    await under.ask(release('version'));
    const busy = under.database.reader`select pg_sleep(2)`.catch(() => undefined); // the pool's only connection
    const answer = await under.ask(release('version'));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(answer.body.errors[0].extensions).toEqual({ code: 'DATABASE_UNAVAILABLE' });
    await busy;
  });
});

describe('a statement that takes longer than it may', () => {
  test("is the request's fault where the database answers others, and the limit is told", async () => {
    const under = await gatewayWith(30_000, 300);
    const answer = await withSlowFindings(2, () => under.ask(release('findings { rule }')));
    expect([answer.status, answer.body.errors[0]]).toEqual([
      400,
      {
        message: expect.stringMatching(/^A statement was cut off at the limit `statementMs` of 300\./),
        path: ['release', 'findings'],
        extensions: { code: 'QUERY_TOO_EXPENSIVE', limit: 'statementMs', maximum: 300, found: 300 },
      },
    ]);
  });

  test('is told by `limits` as the connections have it; another cannot be asked for', async () => {
    const under = await gatewayWith(30_000, 4_321);
    expect((await under.ask('{ limits { statementMs } }')).body.data.limits).toEqual({ statementMs: 4_321 });
    const [shown] = await under.database.reader<{ is: string }[]>`
      select current_setting('statement_timeout') as is`;
    expect(shown).toEqual({ is: '4321ms' });
    await expect(gatewayUnderTest(under.database, { limits: { statementMs: 1 } })).rejects.toThrow(
      'The limit statementMs is 1, the database is open with 4321',
    );
  });
});

describe('a body that comes slowly', () => {
  test('is given up with 408 when its time is over, and the connection with it', async () => {
    const under = await gatewayWith(300);
    const { port } = new URL(under.listening.url);
    const socket = connect(Number(port), '127.0.0.1');
    const heard: string[] = [];
    socket.on('data', (data) => heard.push(String(data)));
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n',
    );
    const drip = setInterval(() => socket.write(' '), 50);
    await closed;
    clearInterval(drip);
    const [head = '', body = ''] = heard.join('').split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 408 /);
    expect(head).toMatch(/\r\nconnection: close/i);
    expect(body).toContain('"code":"REQUEST_TIMEOUT","limit":"requestMs","maximum":300,"found":');
  });
});
