// The mappings of a map's release, page by page.
import { sql } from 'drizzle-orm';
import { mapping } from '../tables.ts';
import type { MappingRow } from './list-mappings.ts';
import { mappingColumns } from './mapping-columns.ts';
import type { ReadDatabase } from './read-database.ts';

/** Which page. */
export interface MappingsPage {
  readonly releaseId: number;
  /** Only mappings after this position; null from the first one on. */
  readonly after: number | null;
  readonly limit: number;
}

/** Prepares: a page of a release's mappings, in the publisher's order. */
export function listMappingsPage(database: ReadDatabase): (page: MappingsPage) => Promise<MappingRow[]> {
  const query = database
    .select(mappingColumns)
    .from(mapping)
    .where(
      sql`${mapping.releaseId} = ${sql.placeholder('releaseId')} and ${mapping.position} > ${sql.placeholder('after')}`,
    )
    .orderBy(mapping.position)
    .limit(sql.placeholder('limit'))
    .prepare('list_mappings_page');
  return async ({ releaseId, after, limit }) => await query.execute({ releaseId, after: after ?? -1, limit });
}
