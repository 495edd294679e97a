// Holds the drizzle definitions to the migrated database.
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tables } from './tables.ts';

let database: ThrowAwayDatabase;
beforeAll(async () => {
  database = await throwAwayDatabase();
});
afterAll(() => database.drop());

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
}

async function migratedColumns(): Promise<Column[]> {
  return await database.sql<Column[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as required
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'codeset'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'migration' and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attname`;
}

function drizzleColumns(): Column[] {
  const columns = tables.map(getTableConfig).flatMap(({ name, columns: ofTable }) =>
    ofTable.map((column) => ({
      table: name,
      column: column.name,
      type: column.getSQLType(),
      required: column.notNull,
    })),
  );
  return columns.sort((a, b) => (`${a.table} ${a.column}` < `${b.table} ${b.column}` ? -1 : 1));
}

test('drizzle has the tables and columns that the migrations make', async () => {
  const migrated = await migratedColumns();
  expect(migrated.length).toBeGreaterThan(60);
  expect(drizzleColumns()).toEqual([...migrated]);
});
