// Migrates real databases: twice, two at once, and with files and databases that must be refused.
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase, type ThrowAwayDatabase } from '@codeset/test-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectDatabase } from './connect.ts';
import { migrate, migrationState } from './migrate.ts';
import { migrationsFolder } from './migration-files.ts';

let database: ThrowAwayDatabase;
let folder = '';

beforeEach(async () => {
  database = await emptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'codeset-migrations-'));
  await write(
    '0001-fruit.sql',
    'create table codeset.fruit (name text);\ncreate table codeset.tree (name text);',
  );
  await write('0002-first-fruit.sql', "insert into codeset.fruit values ('apple');");
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): Promise<void> {
  return writeFile(join(folder, name), text);
}

async function fruits(): Promise<string[]> {
  return (await database.sql<{ name: string }[]>`select name from codeset.fruit`).map(({ name }) => name);
}

test('files are applied once, in order, and recorded', async () => {
  expect(await migrationState(database.sql, { folder })).toEqual({
    applied: [],
    pending: ['0001-fruit.sql', '0002-first-fruit.sql'],
  });
  const lines: string[] = [];
  const report = await migrate(database.sql, { folder, log: (line) => lines.push(line) });
  expect(report).toEqual({ applied: ['0001-fruit.sql', '0002-first-fruit.sql'], appliedBefore: 0 });
  expect(lines).toEqual(['applied 0001-fruit.sql', 'applied 0002-first-fruit.sql']);
  expect(await migrate(database.sql, { folder })).toEqual({ applied: [], appliedBefore: 2 });
  expect(await fruits()).toEqual(['apple']);
  const state = await migrationState(database.sql, { folder });
  expect(state.pending).toEqual([]);
  expect(state.applied.map(({ number, name }) => [number, name])).toEqual([
    [1, '0001-fruit.sql'],
    [2, '0002-first-fruit.sql'],
  ]);
});

test('of several at once each file is applied by one', async () => {
  const pools = [1, 2, 3, 4].map(() =>
    connectDatabase({ url: database.url, max: 1, applicationName: 'codeset test', lockTimeoutMs: 1 }),
  );
  await write('0003-slow.sql', "select pg_sleep(0.2); insert into codeset.fruit values ('pear');");
  const reports = await Promise.all(pools.map((sql) => migrate(sql, { folder })));
  expect(reports.flatMap((report) => report.applied).sort()).toEqual([
    '0001-fruit.sql',
    '0002-first-fruit.sql',
    '0003-slow.sql',
  ]);
  expect(await fruits()).toEqual(['apple', 'pear']);
  await Promise.all(pools.map((sql) => sql.end()));
});

test('a file that fails leaves nothing of itself, keeps those before, and is named with its line', async () => {
  await write(
    '0002-first-fruit.sql',
    "insert into codeset.fruit values ('apple');\n\ninsert into codeset.tre values ('oak');",
  );
  await expect(migrate(database.sql, { folder })).rejects.toMatchObject({
    code: 'DATABASE_NOT_MIGRATED',
    message: expect.stringMatching(
      /0002-first-fruit\.sql failed, line 3: relation "codeset\.tre" does not exist/,
    ),
  });
  expect(await fruits()).toEqual([]);
  await write('0002-first-fruit.sql', "insert into codeset.fruit values ('plum');");
  expect((await migrate(database.sql, { folder })).applied).toEqual(['0002-first-fruit.sql']);
  expect(await fruits()).toEqual(['plum']);
});

test('a file that changed since it was applied is refused', async () => {
  await migrate(database.sql, { folder });
  await write('0001-fruit.sql', 'create table codeset.fruit (name text not null);');
  await write('0003-more.sql', "insert into codeset.fruit values ('pear');");
  const refusal = /0001-fruit\.sql is not the file that was applied .* Restore the file as it was/;
  await expect(migrate(database.sql, { folder })).rejects.toThrow(refusal);
  await expect(migrationState(database.sql, { folder })).rejects.toThrow(refusal);
  expect(await fruits()).toEqual(['apple']);
});

test('a file with other line ends is the same file', async () => {
  await migrate(database.sql, { folder });
  const text = await readFile(join(folder, '0001-fruit.sql'), 'utf8');
  await write('0001-fruit.sql', text.replaceAll('\n', '\r\n'));
  expect(await migrate(database.sql, { folder })).toEqual({ applied: [], appliedBefore: 2 });
});

test('a database that is newer than the program is refused', async () => {
  await migrate(database.sql, { folder });
  rmSync(join(folder, '0002-first-fruit.sql'));
  await expect(migrate(database.sql, { folder })).rejects.toMatchObject({
    code: 'DATABASE_NOT_MIGRATED',
    message: expect.stringMatching(/migrated further than this program knows: it has 0002-first-fruit\.sql/),
  });
});

test('a missing file, or a number used twice, is refused before anything is applied', async () => {
  await write('0004-late.sql', 'select 1;');
  await expect(migrate(database.sql, { folder })).rejects.toThrow(/found 0004-late\.sql where number 3/);
  rmSync(join(folder, '0004-late.sql'));
  await write('0002-other.sql', 'select 1;');
  await expect(migrate(database.sql, { folder })).rejects.toThrow(/found 0002-other\.sql where number 3/);
  const [row] = await database.sql`select to_regnamespace('codeset') as schema`;
  expect(row).toEqual({ schema: null });
});

test('a record taken out of the middle is refused', async () => {
  await migrate(database.sql, { folder });
  await database.sql`delete from codeset.migration where number = 1`;
  await expect(migrate(database.sql, { folder })).rejects.toThrow(/no record of 0001-fruit\.sql/);
});

test('the migrations of the repository build on each other from nothing', async () => {
  rmSync(folder, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), 'codeset-migrations-'));
  const names = readdirSync(migrationsFolder).filter((name) => /^\d.*\.sql$/.test(name));
  for (const name of names.sort()) {
    copyFileSync(join(migrationsFolder, name), join(folder, name));
    expect((await migrate(database.sql, { folder })).applied).toEqual([name]);
  }
  expect(await migrate(database.sql)).toEqual({ applied: [], appliedBefore: names.length });
});
