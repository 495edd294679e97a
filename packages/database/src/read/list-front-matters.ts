// The texts of releases as a whole: introductions and headings of indexes.
import type { FrontMatter } from '@codeset/terminology';
import { sql } from 'drizzle-orm';
import { release } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

export interface FrontMatterRow {
  readonly releaseId: number;
  readonly frontMatter: FrontMatter;
}

/** Prepares: the front matter of each of the releases; ids that are not held give no row. */
export function listFrontMatters(
  database: ReadDatabase,
): (releaseIds: readonly number[]) => Promise<FrontMatterRow[]> {
  const query = database
    .select({ releaseId: release.id, frontMatter: release.frontMatter })
    .from(release)
    .where(sql`${release.id} = any(${sql.placeholder('releaseIds')})`)
    .prepare('list_front_matters');
  return async (releaseIds) => await query.execute({ releaseIds });
}
