// Reading while connections are ended, while all are busy, and while the database lets nobody in.
import { onServer, type SmallDatabase, smallDatabase, withDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureKind } from './failure-kind.ts';
import { openSteadyReader, type SteadyReader } from './steady-reader.ts';

let database: SmallDatabase;
let steady: SteadyReader;
const told: string[] = [];
const patient = { timeout: 10_000 };
beforeAll(async () => {
  database = await smallDatabase();
  steady = openSteadyReader({
    database: database.reader, // of three connections
    patience: { waitMs: 1_000 },
    observer: {
      retried: (question) => void told.push(`retried ${question}`),
      refused: (reason) => void told.push(`refused ${reason}`),
      changed: (source, up) => void told.push(`${source} ${up ? 'back' : 'away'}`),
    },
  });
});
afterAll(async () => {
  await steady.close();
  await database.drop();
});

test('what is answered is what the bare reader answers', async () => {
  expect((await steady.reader.listPublishedReleases()).map(({ version }) => version)).toEqual([
    '2025',
    '2026',
    '2027',
  ]);
  expect(steady.state()).toEqual({ serving: 'first', waiting: 0, underWay: 0, size: 3 });
});

test('a statement whose session is ended in mid-way is asked again, and answered', async () => {
  const { sql } = database;
  const held = await sql.reserve();
  await held`begin`;
  await held`lock table codeset.finding in access exclusive mode`;
  const asked = steady.reader.listFindings([1]);
  const waiting = async () => {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::integer as n from pg_stat_activity
      where datname = current_database() and application_name = 'codeset test reader' and wait_event_type = 'Lock'`;
    return row?.n;
  };
  await expect.poll(waiting, patient).toBe(1);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'codeset test reader'`;
  await held`rollback`;
  held.release();
  expect(await asked).toEqual([]);
  expect(told).toContain('retried listFindings');
  expect(told.filter((line) => line.startsWith('first'))).toEqual(['first away', 'first back']);
});

test('a statement that is wrong by itself is not asked again', async () => {
  told.length = 0;
  await database.sql`alter table codeset.finding rename to gone`;
  await expect(steady.reader.listFindings([1])).rejects.toThrow('Failed query');
  await database.sql`alter table codeset.gone rename to finding`;
  expect(told).toEqual([]);
});

test('where all connections are busy so many wait, for so long, and one more is refused at once', async () => {
  told.length = 0;
  const held = await database.sql.reserve();
  await held`begin`;
  await held`lock table codeset.finding in access exclusive mode`;
  const asked = Array.from({ length: 3 + 60 + 5 }, () => steady.reader.listFindings([1]));
  const outcomes = Promise.allSettled(asked);
  await expect.poll(() => told.filter((line) => line === 'refused full').length, patient).toBe(5);
  expect(steady.state()).toMatchObject({ waiting: 60, underWay: 3 });
  await expect.poll(() => steady.state().waiting, patient).toBe(0);
  await held`rollback`;
  held.release();
  const codes = (await outcomes).map((outcome) =>
    outcome.status === 'fulfilled' ? 'answered' : (outcome.reason as { code: string }).code,
  );
  expect(codes.filter((code) => code === 'DATABASE_UNAVAILABLE')).toHaveLength(65);
  expect(codes.filter((code) => code === 'answered')).toHaveLength(3);
  expect(await steady.reader.listFindings([1])).toEqual([]);
});

test('a database that is dropped is refused without waiting', async () => {
  const other = await smallDatabase([]);
  const waitful = openSteadyReader({ database: other.reader, patience: { waitMs: 60_000 } });
  await waitful.reader.listCodeSystems();
  const name = new URL(other.url).pathname.slice(1);
  await onServer(withDatabase(other.url, 'postgres'), (sql) => sql`drop database ${sql(name)} with (force)`);
  await expect(waitful.reader.listCodeSystems()).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  await waitful.close();
  await other.drop();
});

test.each([
  ['57P01', 'gone'],
  ['ECONNREFUSED', 'gone'],
  ['28P01', 'refused'],
  ['3D000', 'refused'],
  ['53300', 'passing'],
  ['40001', 'passing'],
  ['57014', 'query'],
  ['42P01', 'query'],
  ['CONNECTION_ENDED', 'query'],
])('%s is a failure of the kind %s, also as a cause', (code, kind) => {
  const failure = Object.assign(new Error('x'), { code });
  expect(failureKind(failure)).toBe(kind);
  expect(failureKind(new Error('y', { cause: failure }))).toBe(kind);
});
