// The concepts of a release that have the given keys.
import { sql } from 'drizzle-orm';
import { releaseConcept } from '../tables.ts';
import { type ConceptRow, conceptColumns } from './concept-row.ts';
import type { ReadDatabase } from './read-database.ts';

/** Prepares: the concepts of the given keys, in tabular order; a key that the release lacks gives no row. */
export function listConceptsByKey(
  database: ReadDatabase,
): (releaseId: number, keys: readonly string[]) => Promise<ConceptRow[]> {
  const query = database
    .select(conceptColumns)
    .from(releaseConcept)
    .where(
      sql`${releaseConcept.releaseId} = ${sql.placeholder('releaseId')}
        and ${releaseConcept.key} = any(${sql.placeholder('keys')})`,
    )
    .orderBy(releaseConcept.position)
    .prepare('list_concepts_by_key');
  return async (releaseId, keys) => await query.execute({ releaseId, keys });
}
