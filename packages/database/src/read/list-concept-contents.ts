// The texts and core properties of concepts, by id.
import type { ConceptContent } from '@codeset/terminology';
import { sql } from 'drizzle-orm';
import { conceptContent } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

export interface ConceptContentRow extends ConceptContent {
  readonly id: number;
}

/** Prepares: the contents of the given ids. A content never changes: it may be cached for ever. */
export function listConceptContents(
  database: ReadDatabase,
): (ids: readonly number[]) => Promise<ConceptContentRow[]> {
  const query = database
    .select({
      id: conceptContent.id,
      kind: conceptContent.kind,
      display: conceptContent.display,
      designations: conceptContent.designations,
      selectable: conceptContent.selectable,
      properties: conceptContent.properties,
      effectiveFrom: conceptContent.effectiveFrom,
      effectiveTo: conceptContent.effectiveTo,
    })
    .from(conceptContent)
    .where(sql`${conceptContent.id} = any(${sql.placeholder('ids')})`)
    .prepare('list_concept_contents');
  return async (ids) => await query.execute({ ids });
}
