// Makes a database on a server where it is not there yet.
import type { Database } from './connect.ts';

/** True when it was made, false when it was there. `sql` may be connected to any database of the server. */
export async function createDatabaseIfMissing(sql: Database, name: string): Promise<boolean> {
  const found = await sql`select from pg_catalog.pg_database where datname = ${name}`;
  if (found.length > 0) return false;
  try {
    await sql`create database ${sql(name)}`;
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const madeMeanwhile = code === '42P04' || code === '23505';
    if (madeMeanwhile) return false;
    throw error;
  }
}
