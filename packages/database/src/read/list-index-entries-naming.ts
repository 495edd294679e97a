// The index entries of a release that name given codes.
import { eq, sql } from 'drizzle-orm';
import { indexContent, indexEntry } from '../tables.ts';
import { type IndexEntryRow, indexEntryColumns } from './index-entry-row.ts';
import type { ReadDatabase } from './read-database.ts';

/** An index entry with the look-up forms of all the codes it names. */
export interface NamingIndexEntryRow extends IndexEntryRow {
  readonly codes: readonly string[];
}

/**
 * Prepares: the entries that name any of the codes, given by look-up form, in the publisher's order. A code named
 * with a trailing dash (`E11.-`) is found under what stands before the dash.
 */
export function listIndexEntriesNaming(
  database: ReadDatabase,
): (releaseId: number, lookUpForms: readonly string[]) => Promise<NamingIndexEntryRow[]> {
  const query = database
    .select({ ...indexEntryColumns, codes: indexContent.codes })
    .from(indexContent)
    .innerJoin(indexEntry, eq(indexEntry.contentId, indexContent.id))
    .where(
      sql`${indexEntry.releaseId} = ${sql.placeholder('releaseId')}
        and ${indexContent.codes} && ${sql.placeholder('lookUpForms')}::text[]`,
    )
    .orderBy(indexEntry.position)
    .prepare('list_index_entries_naming');
  return async (releaseId, lookUpForms) => await query.execute({ releaseId, lookUpForms });
}
