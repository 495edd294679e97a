// A loaded release's rows as COPY text in files: what the floor of a load reads.
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@codeset/database';
import { releaseTables } from '@codeset/database/load';

export const contentTables = [
  'concept_content',
  'note_set',
  'property_set',
  'designation_set',
  'index_content',
] as const;

export function dumpFile(folder: string, table: string): string {
  return join(folder, `${table}.copy`);
}

/** The largest id of each table of contents. */
export async function largestIds(sql: Database): Promise<Record<string, number>> {
  const ids: Record<string, number> = {};
  for (const table of contentTables) {
    const [row] = await sql.unsafe<{ id: number }[]>(
      `select coalesce(max(id), 0) as id from codeset.${table}`,
    );
    ids[table] = row?.id ?? 0;
  }
  return ids;
}

/**
 * Writes what the load of `version` added to a database in which the contents ended at `before`. `use` gives
 * a connection for each table: postgres.js keeps the one that a COPY was read from busy for ever.
 */
export async function dumpRelease(
  use: <T>(work: (sql: Database) => Promise<T>) => Promise<T>,
  version: string,
  before: Record<string, number>,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [release] = await use(
    (sql) => sql<{ id: number }[]>`select id from codeset.release where version = ${version}`,
  );
  if (!release) throw new Error(`no release ${version}`);
  await writeFile(join(folder, 'release-id'), String(release.id));
  const dump = (table: string, rows: string) =>
    use(async (own) => {
      // postgres.js never ends the stream of a COPY that gives no row.
      const [first] = await own.unsafe(`select 1 from (${rows}) as rows limit 1`);
      if (!first) return;
      const source = await own.unsafe(`copy (${rows}) to stdout`).readable();
      await pipeline(source, createWriteStream(dumpFile(folder, table)));
    });
  await dump('code_system', 'select * from codeset.code_system');
  await dump('release', `select * from codeset.release where id = ${release.id}`);
  for (const table of contentTables) {
    await dump(table, `select * from codeset.${table} where id > ${before[table] ?? 0} order by id`);
  }
  const { concepts, index } = releaseTables(release.id);
  await dump('release_concept', `select * from ${concepts} order by position`);
  await dump('index_entry', `select * from ${index} order by position`);
}
