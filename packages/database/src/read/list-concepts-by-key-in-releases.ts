// The concepts of several releases that have the given keys.
import { sql } from 'drizzle-orm';
import { releaseConcept } from '../tables.ts';
import { type ConceptRow, conceptColumns } from './concept-row.ts';
import type { ReadDatabase } from './read-database.ts';

/** A concept with the release that has it. */
export interface ConceptInReleaseRow extends ConceptRow {
  readonly releaseId: number;
}

/** Prepares: what each of the releases has under the keys, in tabular order within a release. */
export function listConceptsByKeyInReleases(
  database: ReadDatabase,
): (releaseIds: readonly number[], keys: readonly string[]) => Promise<ConceptInReleaseRow[]> {
  const query = database
    .select({ ...conceptColumns, releaseId: releaseConcept.releaseId })
    .from(releaseConcept)
    .where(
      sql`${releaseConcept.releaseId} = any(${sql.placeholder('releaseIds')})
        and ${releaseConcept.key} = any(${sql.placeholder('keys')})`,
    )
    .orderBy(releaseConcept.releaseId, releaseConcept.position)
    .prepare('list_concepts_by_key_in_releases');
  return async (releaseIds, keys) => await query.execute({ releaseIds, keys });
}
