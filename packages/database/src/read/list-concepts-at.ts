// The concepts of a release at the given positions.
import { sql } from 'drizzle-orm';
import { releaseConcept } from '../tables.ts';
import { type ConceptRow, conceptColumns } from './concept-row.ts';
import type { ReadDatabase } from './read-database.ts';

/** Prepares: the concepts at the given positions, in tabular order. */
export function listConceptsAt(
  database: ReadDatabase,
): (releaseId: number, positions: readonly number[]) => Promise<ConceptRow[]> {
  const query = database
    .select(conceptColumns)
    .from(releaseConcept)
    .where(
      sql`${releaseConcept.releaseId} = ${sql.placeholder('releaseId')}
        and ${releaseConcept.position} = any(${sql.placeholder('positions')})`,
    )
    .orderBy(releaseConcept.position)
    .prepare('list_concepts_at');
  return async (releaseId, positions) => await query.execute({ releaseId, positions });
}
