// The mappings of maps' releases.
import type { Mapping } from '@codeset/terminology';
import { sql } from 'drizzle-orm';
import { mapping } from '../tables.ts';
import { mappingColumns } from './mapping-columns.ts';
import type { ReadDatabase } from './read-database.ts';

export interface MappingRow extends Mapping {
  readonly releaseId: number;
  /** Place in the publisher's order, from 0. */
  readonly position: number;
}

/** Prepares: all mappings of each of the releases, in the publisher's order. */
export function listMappings(
  database: ReadDatabase,
): (releaseIds: readonly number[]) => Promise<MappingRow[]> {
  const query = database
    .select(mappingColumns)
    .from(mapping)
    .where(sql`${mapping.releaseId} = any(${sql.placeholder('releaseIds')})`)
    .orderBy(mapping.releaseId, mapping.position)
    .prepare('list_mappings');
  return async (releaseIds) => await query.execute({ releaseIds });
}
