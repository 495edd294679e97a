// Texts that come from translations, by id.
import type { DesignationSet } from '@codeset/terminology';
import { sql } from 'drizzle-orm';
import { designationSet } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

export interface DesignationSetRow extends DesignationSet {
  readonly id: number;
}

/** Prepares: the designation sets of the given ids. A designation set never changes: it may be cached for ever. */
export function listDesignationSets(
  database: ReadDatabase,
): (ids: readonly number[]) => Promise<DesignationSetRow[]> {
  const query = database
    .select({ id: designationSet.id, designations: designationSet.designations })
    .from(designationSet)
    .where(sql`${designationSet.id} = any(${sql.placeholder('ids')})`)
    .prepare('list_designation_sets');
  return async (ids) => await query.execute({ ids });
}
