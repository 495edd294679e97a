// Writes what the publisher says changed: a row for each of its lists.
import type { Announcement } from '@codeset/terminology';
import type { TransactionSql } from 'postgres';
import { copyRows } from './copy-rows.ts';

/** Stores the lists of a release in the order in which they were read. */
export async function insertAnnouncements(
  tx: TransactionSql,
  releaseId: number,
  announcements: readonly Announcement[],
): Promise<void> {
  const rows = announcements.map(({ file, scope, totals, changes }, position) => [
    releaseId,
    position,
    file,
    scope,
    JSON.stringify(totals),
    JSON.stringify(changes),
  ]);
  const columns = ['release_id', 'position', 'file', 'scope', 'totals', 'changes'];
  await copyRows(tx, 'codeset.announcement', columns, rows);
}
