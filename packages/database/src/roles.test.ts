// What each role can and cannot do, tried on a migrated database; and servers that do not let us make roles.
import { randomBytes } from 'node:crypto';
import { emptyDatabase, onServer, type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, type Database } from './connect.ts';
import { migrate } from './migrate.ts';
import { ensureRoles, findUsableRoles } from './roles.ts';

let database: ThrowAwayDatabase;
let reader: Database;
let loader: Database;

const content = "'\\x01', '\\x02', '\\x03', 'category', 'Type 2 diabetes', '[]', false, '[]'";

beforeAll(async () => {
  database = await throwAwayDatabase();
  const { url } = database;
  reader = connectDatabase({
    url,
    role: 'codeset_reader',
    readOnly: false,
    max: 1,
    applicationName: 'codeset test',
  });
  loader = connectDatabase({ url, role: 'codeset_loader', max: 1, applicationName: 'codeset test' });
});

afterAll(async () => {
  await reader.end();
  await loader.end();
  await database.drop();
});

test('both roles are usable, and making them again changes nothing', async () => {
  const both = { readerRole: 'codeset_reader', loaderRole: 'codeset_loader' };
  expect(await ensureRoles(database.sql)).toEqual({ ...both, notes: [] });
  expect(await findUsableRoles(database.sql)).toEqual(both);
  const rows = await database.sql`
    select rolname as name, rolcanlogin as login, rolconfig as config from pg_roles
    where rolname like 'codeset\\_%er' order by rolname`;
  expect(rows.map(({ name, login }) => [name, login])).toEqual([
    ['codeset_loader', false],
    ['codeset_reader', false],
  ]);
  expect(rows[1]?.['config']).toContain('statement_timeout=15000');
});

test.each([
  "insert into codeset.code_system values ('x', 'x', 'x', 'x', 'x', null, '{}')",
  "update codeset.release set status = 'withdrawn'",
  'delete from codeset.concept_content',
  'truncate codeset.note_set',
  'create table codeset.mine (a integer)',
  'create table public.mine (a integer)',
  'create temporary table mine (a integer)',
  'create schema mine',
  'create function codeset.mine() returns integer language sql return 1',
  'drop table codeset.finding',
  'alter table codeset.finding add column a integer',
  'select lo_create(0)',
  "select lo_from_bytea(0, 'x')",
  "select nextval(pg_get_serial_sequence('codeset.release', 'id'))",
  'select 1 from codeset.release for update',
  "update codeset.migration set name = 'x'",
  'set role codeset_loader; select 1 from codeset.code_system for update',
])('a reader cannot: %s', async (statement) => {
  // a login that may do less than the server's owner, as a gateway should have
  await expect(asLoginOf('codeset_reader', statement)).rejects.toMatchObject({ code: '42501' });
});

test('a reader selects from every table of the migrations', async () => {
  const tables = await database.sql<{ name: string }[]>`
    select oid::regclass::text as name from pg_class
    where relnamespace = 'codeset'::regnamespace and relkind in ('r', 'p') and not relispartition`;
  expect(tables.length).toBeGreaterThan(5);
  for (const { name } of tables) await reader.unsafe(`select * from ${name} limit 1`);
});

test('a loader fills a table of its own unseen; attached, readers see it through the parent only', async () => {
  await loader.begin(async (sql) => {
    await sql`insert into codeset.code_system values ('x', 'urn:x', 'X', 'us', 'free', null, '{}')`;
    await sql`
      insert into codeset.release (code_system, version, sample, effective_from, status, digest, source_digest,
        parts, counts, front_matter, report)
      values ('x', '2025', false, '2025-10-01', 'checked', repeat('a', 64), repeat('b', 64), '{}', '{}', '{}', '{}')`;
    await sql.unsafe(`insert into codeset.concept_content
      (hash, wording_hash, meaning_hash, kind, display, designations, selectable, properties) values (${content})`);
    await sql`create table codeset.release_concept_1 (like codeset.release_concept including constraints)`;
    await sql`
      insert into codeset.release_concept_1 (release_id, position, subtree_end, content_id, depth, key, code)
      select r.id, 0, 0, c.id, 0, 'E11', 'E11' from codeset.release r, codeset.concept_content c`;
    await sql`alter table codeset.release_concept_1 add primary key (release_id, position)`;
  });
  const direct = () => reader`select code from codeset.release_concept_1`;
  await expect(direct()).rejects.toMatchObject({ code: '42501' });

  await ensureRoles(database.sql); // a later migration does not lay open what is staged
  await expect(direct()).rejects.toMatchObject({ code: '42501' });

  const [release] = await loader<{ id: number }[]>`select id from codeset.release`;
  await loader.unsafe(
    `alter table codeset.release_concept attach partition codeset.release_concept_1 for values in (${release?.id})`,
  );
  expect([...(await reader`select code from codeset.release_concept`)]).toEqual([{ code: 'E11' }]);
  await expect(direct()).rejects.toMatchObject({ code: '42501' });
  await ensureRoles(database.sql);
  await expect(direct()).rejects.toMatchObject({ code: '42501' });
});

test('rights that the reader was given beyond its own are taken away', async () => {
  await database.sql`grant insert, delete on codeset.finding to codeset_reader`;
  await ensureRoles(database.sql);
  const [row] = await database.sql`
    select has_table_privilege('codeset_reader', 'codeset.finding', 'insert, delete') as write,
      has_table_privilege('codeset_reader', 'codeset.finding', 'select') as read`;
  expect(row).toEqual({ write: false, read: true });
});

test('many at once, in databases of one server, make the same roles', async () => {
  const databases = await Promise.all([1, 2, 3].map(() => emptyDatabase()));
  for (const { sql } of databases) await migrate(sql);
  const reports = await Promise.all(databases.flatMap(({ sql }) => [ensureRoles(sql), ensureRoles(sql)]));
  expect(reports.map((report) => report.notes)).toEqual(Array(6).fill([]));
  await Promise.all(databases.map(({ drop }) => drop()));
});

test('a login that may not use the roles migrates, and is told in plain words what is missing', async () => {
  const empty = await emptyDatabase();
  const login = await makeLogin();
  await empty.sql`alter database ${empty.sql(new URL(empty.url).pathname.slice(1))} owner to ${empty.sql(login.name)}`;
  const sql = connectDatabase({ url: login.url(empty.url), max: 1, applicationName: 'codeset test' });
  await migrate(sql);
  const report = await ensureRoles(sql);
  expect(report).toMatchObject({ readerRole: null, loaderRole: null });
  expect(report.notes).toHaveLength(2);
  expect(report.notes[0]).toMatch(
    /may not (create roles|work as codeset_loader).*create role codeset_loader nologin; grant codeset_loader to/,
  );
  expect(await findUsableRoles(sql)).toEqual({ readerRole: null, loaderRole: null });

  await empty.sql`grant codeset_reader, codeset_loader to ${empty.sql(login.name)}`;
  const granted = await ensureRoles(sql);
  expect(granted).toMatchObject({ readerRole: 'codeset_reader', loaderRole: 'codeset_loader' });
  expect(granted.notes).toEqual([expect.stringMatching(/may still make large objects, as every role/)]);
  expect(Number((await sql`select count(*) from codeset.migration`)[0]?.['count'])).toBeGreaterThan(0);
  await sql.end();
  await empty.drop();
  await login.drop();
});

/** Runs statements as a login whose only right is the role, which it starts with. */
async function asLoginOf(role: 'codeset_reader', statements: string): Promise<void> {
  const login = await makeLogin();
  await database.sql`grant ${database.sql(role)} to ${database.sql(login.name)}`;
  try {
    const url = login.url(database.url);
    const sql = connectDatabase({ url, role, readOnly: false, max: 1, applicationName: 'codeset test' });
    await sql.unsafe(statements).finally(() => sql.end());
  } finally {
    await login.drop();
  }
}

async function makeLogin() {
  const name = `codeset_login_${randomBytes(6).toString('hex')}`;
  await onServer(database.url, (sql) => sql.unsafe(`create role ${name} login password 'test'`));
  return {
    name,
    url: (url: string) => Object.assign(new URL(url), { username: name, password: 'test' }).href,
    drop: () => onServer(database.url, (sql) => sql.unsafe(`drop role ${name}`)),
  };
}
