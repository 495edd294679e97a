// Connections as they are opened, and the errors of those that cannot be.
import { createServer } from 'node:net';
import { emptyDatabase, type ThrowAwayDatabase, throwAwayDatabase, withDatabase } from '@codeset/test-kit';
import { CodesetError } from '@codeset/terminology';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectOptions, checkServer, connectDatabase, oldestServer } from './connect.ts';
import { createDatabaseIfMissing } from './create-database.ts';
import { isConnectionFailure } from './database-unavailable.ts';

let database: ThrowAwayDatabase;

beforeAll(async () => {
  database = await throwAwayDatabase();
});

afterAll(() => database.drop());

/** Connects with these options, asks one thing, and ends. */
async function ask(options: Partial<ConnectOptions>, query: string): Promise<Record<string, unknown>[]> {
  const sql = connectDatabase({ url: database.url, applicationName: 'codeset test', max: 1, ...options });
  try {
    return [...(await sql.unsafe(query))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function refusal(url: string, patienceMs?: number): Promise<CodesetError> {
  const sql = connectDatabase({ url, applicationName: 'codeset test', max: 1 });
  const error = await checkServer(sql, patienceMs).catch((reason: unknown) => reason);
  await sql.end({ timeout: 1 });
  if (error instanceof CodesetError) return error;
  throw new Error(`expected a refusal, got ${JSON.stringify(error)}`);
}

const settings = `select current_user::text as role, current_setting('statement_timeout') as statement,
  current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle,
  current_setting('default_transaction_read_only') as "readOnly", current_setting('application_name') as name`;

test('a reader has the role, its limits, and cannot write by default', async () => {
  expect(await ask({ role: 'codeset_reader' }, settings)).toEqual([
    {
      role: 'codeset_reader',
      statement: '15s',
      lock: '2s',
      idle: '30s',
      readOnly: 'on',
      name: 'codeset test',
    },
  ]);
});

test('limits that are given win over those of the role, and no role has none', async () => {
  const given = {
    statementTimeoutMs: 0,
    lockTimeoutMs: 250,
    idleInTransactionTimeoutMs: 1000,
    readOnly: true,
  };
  expect(await ask({ role: 'codeset_loader', ...given }, settings)).toMatchObject([
    { role: 'codeset_loader', statement: '0', lock: '250ms', idle: '1s', readOnly: 'on' },
  ]);
  expect(await ask({}, settings)).toMatchObject([{ statement: '0', lock: '0', idle: '0', readOnly: 'off' }]);
});

test('bigint is a number or an error, a date is text', async () => {
  const rows = await ask(
    {},
    `select 9007199254740991::bigint as largest, array[1, 2]::bigint[] as list, date '2025-10-01' as day,
      timestamptz '2025-10-01 00:00+02' as moment`,
  );
  expect(rows).toEqual([
    { largest: 9007199254740991, list: [1, 2], day: '2025-10-01', moment: new Date('2025-09-30T22:00:00Z') },
  ]);
  await expect(ask({}, 'select 9007199254740993::bigint as beyond')).rejects.toThrow(/9007199254740993/);
  const [sent] = await database.sql`select ${'2025-10-01'}::date as day, ${12}::bigint as id`;
  expect(sent).toEqual({ day: '2025-10-01', id: 12 });
});

test('the server says its version', async () => {
  const { version, major } = await checkServer(database.sql);
  expect(major).toBeGreaterThanOrEqual(oldestServer);
  expect(version).toMatch(new RegExp(`^${major}\\b`));
});

test('what keeps us out is one error that names server, database and user, and never the password', async () => {
  const wrong = new URL(database.url);
  wrong.password = 'not-the-secret';
  const nobody = new URL(database.url);
  nobody.port = '1';
  nobody.password = 'not-the-secret';
  const refusals = {
    login: await refusal(wrong.href),
    port: await refusal(nobody.href),
    database: await refusal(withDatabase(database.url, 'no_such_database')),
  };
  expect(refusals.login.message).toMatch(/password authentication failed.* Correct user and password/);
  expect(refusals.port.message).toMatch(/127\.0\.0\.1:1 cannot be used .*Is it running/);
  expect(refusals.database.message).toMatch(/"no_such_database" does not exist\. Create it/);
  for (const error of Object.values(refusals)) {
    expect(error.code).toBe('DATABASE_UNAVAILABLE');
    expect(isConnectionFailure(error.cause)).toBe(true);
    expect(JSON.stringify([error.message, error.stack, String(error.cause)])).not.toContain('not-the-secret');
  }
});

test('a URL that is none is refused without being repeated', () => {
  for (const url of ['postgres://me:not-the-secret@host:port/x', 'mysql://me:not-the-secret@host/x', '']) {
    const attempt = () => connectDatabase({ url, applicationName: 'codeset test' });
    expect(attempt).toThrow(/^The database URL is not of the form/);
    expect(attempt).not.toThrow(/not-the-secret/);
  }
});

test('something that accepts connections and hangs up is given up in the end', async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const error = await refusal(`postgres://me@127.0.0.1:${port}/x`, 300);
  expect(error).toMatchObject({
    code: 'DATABASE_UNAVAILABLE',
    message: expect.stringMatching(/no answer within 300 ms/),
  });
  server.close();
});

test('an error of a query is not taken for a lost connection', async () => {
  const error = await database.sql`select 1 / 0`.catch((reason: unknown) => reason);
  expect(isConnectionFailure(error)).toBe(false);
});

test('a database is made where it is missing, once also when many ask at the same time', async () => {
  const empty = await emptyDatabase();
  const name = `${new URL(empty.url).pathname.slice(1)}_made`;
  const made = await Promise.all([1, 2, 3].map(() => createDatabaseIfMissing(empty.sql, name)));
  expect(made.filter((mine) => mine)).toHaveLength(1);
  expect(await createDatabaseIfMissing(empty.sql, name)).toBe(false);
  await empty.sql`drop database ${empty.sql(name)}`;
  await empty.drop();
});
