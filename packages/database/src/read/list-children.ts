// The children of concepts of a release.
import { sql } from 'drizzle-orm';
import { releaseConcept } from '../tables.ts';
import { type ConceptRow, conceptColumns } from './concept-row.ts';
import type { ReadDatabase } from './read-database.ts';

/** Prepares: the children of the concepts at the given positions, in tabular order; `parent` tells whose they are. */
export function listChildren(
  database: ReadDatabase,
): (releaseId: number, parents: readonly number[]) => Promise<ConceptRow[]> {
  const query = database
    .select(conceptColumns)
    .from(releaseConcept)
    .where(
      sql`${releaseConcept.releaseId} = ${sql.placeholder('releaseId')}
        and ${releaseConcept.parent} = any(${sql.placeholder('parents')})`,
    )
    .orderBy(releaseConcept.position)
    .prepare('list_children');
  return async (releaseId, parents) => await query.execute({ releaseId, parents });
}
