// How many main terms the indexes of a release have.
import { eq, sql } from 'drizzle-orm';
import { indexContent, indexEntry } from '../tables.ts';
import { anyMainTerm, type MainTermFilter, mainTermByPrefix } from './main-terms.ts';
import type { ReadDatabase } from './read-database.ts';

/** Prepares: the number of main terms that the filter means. */
export function countMainTerms(
  database: ReadDatabase,
): (releaseId: number, filter: MainTermFilter) => Promise<number> {
  const count = sql<number>`count(*)::integer`;
  const all = database.select({ count }).from(indexEntry).where(anyMainTerm).prepare('count_main_terms');
  const byPrefix = database
    .select({ count })
    .from(indexEntry)
    .innerJoin(indexContent, eq(indexContent.id, indexEntry.contentId))
    .where(mainTermByPrefix)
    .prepare('count_main_terms_by_prefix');
  return async (releaseId, { kind, prefix }) => {
    const asked = { releaseId, kind };
    const rows = prefix === '' ? await all.execute(asked) : await byPrefix.execute({ ...asked, prefix });
    return rows[0]?.count ?? 0;
  };
}
