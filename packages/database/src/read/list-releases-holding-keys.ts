// Which of some releases have which concepts.
import { sql } from 'drizzle-orm';
import { releaseConcept } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

/** Says that the release has the concept of that key. */
export interface HoldingRelease {
  readonly releaseId: number;
  readonly key: string;
}

/** Prepares: one row for each release that has each key, releases in no particular order. */
export function listReleasesHoldingKeys(
  database: ReadDatabase,
): (releaseIds: readonly number[], keys: readonly string[]) => Promise<HoldingRelease[]> {
  const query = database
    .select({ releaseId: releaseConcept.releaseId, key: releaseConcept.key })
    .from(releaseConcept)
    .where(
      sql`${releaseConcept.releaseId} = any(${sql.placeholder('releaseIds')})
        and ${releaseConcept.key} = any(${sql.placeholder('keys')})`,
    )
    .prepare('list_releases_holding_keys');
  return async (releaseIds, keys) => await query.execute({ releaseIds, keys });
}
