// The main terms of a release's indexes, page by page.
import { eq, sql } from 'drizzle-orm';
import { indexContent, indexEntry } from '../tables.ts';
import { type IndexEntryRow, indexEntryColumns } from './index-entry-row.ts';
import { anyMainTerm, type MainTermFilter, mainTermByPrefix } from './main-terms.ts';
import type { ReadDatabase } from './read-database.ts';

export interface MainTermPage extends MainTermFilter {
  /** Only what stands after this position; null for the first page. */
  readonly after: number | null;
  readonly limit: number;
}

/** Prepares: main terms in the publisher's order, one page of them. */
export function listMainTerms(
  database: ReadDatabase,
): (releaseId: number, page: MainTermPage) => Promise<IndexEntryRow[]> {
  const afterwards = sql`${indexEntry.position} > ${sql.placeholder('after')}`;
  const all = database
    .select(indexEntryColumns)
    .from(indexEntry)
    .where(sql`${anyMainTerm} and ${afterwards}`)
    .orderBy(indexEntry.position)
    .limit(sql.placeholder('limit'))
    .prepare('list_main_terms');
  const byPrefix = database
    .select(indexEntryColumns)
    .from(indexEntry)
    .innerJoin(indexContent, eq(indexContent.id, indexEntry.contentId))
    .where(sql`${mainTermByPrefix} and ${afterwards}`)
    .orderBy(indexEntry.position)
    .limit(sql.placeholder('limit'))
    .prepare('list_main_terms_by_prefix');
  return async (releaseId, { kind, prefix, after, limit }) => {
    const asked = { releaseId, kind, after: after ?? -1, limit };
    return prefix === '' ? await all.execute(asked) : await byPrefix.execute({ ...asked, prefix });
  };
}
