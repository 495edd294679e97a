// The concepts of a release whose codes have the given look-up forms.
import { sql } from 'drizzle-orm';
import { releaseConcept } from '../tables.ts';
import { type ConceptRow, conceptColumns } from './concept-row.ts';
import type { ReadDatabase } from './read-database.ts';

/** A concept with the look-up form that found it. */
export interface FoundConceptRow extends ConceptRow {
  readonly lookUpForm: string;
}

/**
 * Prepares: the concepts found by look-up form, in tabular order. One form may find several (a block and a category
 * of the same id), or none.
 */
export function listConceptsByLookUp(
  database: ReadDatabase,
): (releaseId: number, lookUpForms: readonly string[]) => Promise<FoundConceptRow[]> {
  const lookUpForm = sql<string>`codeset.look_up_form(${releaseConcept.code})`;
  const query = database
    .select({ ...conceptColumns, lookUpForm })
    .from(releaseConcept)
    .where(
      sql`${releaseConcept.releaseId} = ${sql.placeholder('releaseId')}
        and ${lookUpForm} = any(${sql.placeholder('lookUpForms')})`,
    )
    .orderBy(releaseConcept.position)
    .prepare('list_concepts_by_look_up');
  return async (releaseId, lookUpForms) => await query.execute({ releaseId, lookUpForms });
}
