// How many roots a release has.
import { sql } from 'drizzle-orm';
import { releaseConcept } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

/** Prepares: the number of concepts without a parent. */
export function countRoots(database: ReadDatabase): (releaseId: number) => Promise<number> {
  const query = database
    .select({ count: sql<number>`count(*)::integer` })
    .from(releaseConcept)
    .where(
      sql`${releaseConcept.releaseId} = ${sql.placeholder('releaseId')} and ${releaseConcept.parent} is null`,
    )
    .prepare('count_roots');
  return async (releaseId) => (await query.execute({ releaseId }))[0]?.count ?? 0;
}
