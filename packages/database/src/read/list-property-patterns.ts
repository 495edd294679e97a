// The properties that follow from the keys of concepts, as releases give them.
import type { PropertyPattern } from '@codeset/terminology';
import { sql } from 'drizzle-orm';
import { release } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

export interface PropertyPatternsRow {
  /** Id of the release. */
  readonly id: number;
  /** Empty when the release has none. */
  readonly patterns: readonly PropertyPattern[];
}

/**
 * Prepares: the property patterns of each of the releases, without the rest of their front matter; ids that are not
 * held give no row. Those of a published release never change: they may be cached for ever.
 */
export function listPropertyPatterns(
  database: ReadDatabase,
): (releaseIds: readonly number[]) => Promise<PropertyPatternsRow[]> {
  const patterns = sql<
    readonly PropertyPattern[]
  >`coalesce(${release.frontMatter} -> 'propertyPatterns', '[]'::jsonb)`;
  const query = database
    .select({ id: release.id, patterns })
    .from(release)
    .where(sql`${release.id} = any(${sql.placeholder('releaseIds')})`)
    .prepare('list_property_patterns');
  return async (releaseIds) => await query.execute({ releaseIds });
}
