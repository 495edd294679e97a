// What the checks said of releases.
import type { Finding } from '@codeset/terminology';
import { sql } from 'drizzle-orm';
import { finding } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

export interface FindingRow extends Finding {
  readonly releaseId: number;
}

/** Prepares: the findings stored with each of the releases, in the order in which they were made. */
export function listFindings(
  database: ReadDatabase,
): (releaseIds: readonly number[]) => Promise<FindingRow[]> {
  const query = database
    .select({
      releaseId: finding.releaseId,
      severity: finding.severity,
      rule: finding.rule,
      message: finding.message,
      where: finding.place,
    })
    .from(finding)
    .where(sql`${finding.releaseId} = any(${sql.placeholder('releaseIds')})`)
    .orderBy(finding.releaseId, finding.position)
    .prepare('list_findings');
  return async (releaseIds) => await query.execute({ releaseIds });
}
