// The concepts of a release that have no parent, page by page.
import { sql } from 'drizzle-orm';
import { releaseConcept } from '../tables.ts';
import { type ConceptRow, conceptColumns } from './concept-row.ts';
import type { ReadDatabase } from './read-database.ts';

export interface RootsPage {
  /** Only what stands after this position; null for the first page. */
  readonly after: number | null;
  readonly limit: number;
}

/** Prepares: the roots of a release in tabular order, one page of them. */
export function listRoots(
  database: ReadDatabase,
): (releaseId: number, page: RootsPage) => Promise<ConceptRow[]> {
  const query = database
    .select(conceptColumns)
    .from(releaseConcept)
    .where(
      sql`${releaseConcept.releaseId} = ${sql.placeholder('releaseId')} and ${releaseConcept.parent} is null
        and ${releaseConcept.position} > ${sql.placeholder('after')}`,
    )
    .orderBy(releaseConcept.position)
    .limit(sql.placeholder('limit'))
    .prepare('list_roots');
  return async (releaseId, { after, limit }) => await query.execute({ releaseId, after: after ?? -1, limit });
}
