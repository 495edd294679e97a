// The concepts of several releases whose codes have the given look-up forms.
import { sql } from 'drizzle-orm';
import { releaseConcept } from '../tables.ts';
import { conceptColumns } from './concept-row.ts';
import type { FoundConceptRow } from './list-concepts-by-look-up.ts';
import type { ReadDatabase } from './read-database.ts';

/** A concept found by look-up form, with the release that has it. */
export interface FoundInReleaseRow extends FoundConceptRow {
  readonly releaseId: number;
}

/** Prepares: what each of the releases has under the look-up forms, in tabular order within a release. */
export function listConceptsInReleases(
  database: ReadDatabase,
): (releaseIds: readonly number[], lookUpForms: readonly string[]) => Promise<FoundInReleaseRow[]> {
  const lookUpForm = sql<string>`codeset.look_up_form(${releaseConcept.code})`;
  const query = database
    .select({ ...conceptColumns, lookUpForm, releaseId: releaseConcept.releaseId })
    .from(releaseConcept)
    .where(
      sql`${releaseConcept.releaseId} = any(${sql.placeholder('releaseIds')})
        and ${lookUpForm} = any(${sql.placeholder('lookUpForms')})`,
    )
    .orderBy(releaseConcept.releaseId, releaseConcept.position)
    .prepare('list_concepts_in_releases');
  return async (releaseIds, lookUpForms) => await query.execute({ releaseIds, lookUpForms });
}
