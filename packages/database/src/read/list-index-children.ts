// The lines directly under index entries of a release.
import { sql } from 'drizzle-orm';
import { indexEntry } from '../tables.ts';
import { type IndexEntryRow, indexEntryColumns } from './index-entry-row.ts';
import type { ReadDatabase } from './read-database.ts';

/** Prepares: the lines directly under the entries at the given positions; `parent` tells whose they are. */
export function listIndexChildren(
  database: ReadDatabase,
): (releaseId: number, parents: readonly number[]) => Promise<IndexEntryRow[]> {
  const query = database
    .select(indexEntryColumns)
    .from(indexEntry)
    .where(
      sql`${indexEntry.releaseId} = ${sql.placeholder('releaseId')}
        and ${indexEntry.parent} = any(${sql.placeholder('parents')})`,
    )
    .orderBy(indexEntry.position)
    .prepare('list_index_children');
  return async (releaseId, parents) => await query.execute({ releaseId, parents });
}
