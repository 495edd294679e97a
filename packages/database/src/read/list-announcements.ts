// What publishers said changed, list by list.
import type { Announcement } from '@codeset/terminology';
import { sql } from 'drizzle-orm';
import { announcement } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

export interface AnnouncementRow extends Announcement {
  readonly releaseId: number;
  /** Its place among the lists of the release, from 0. */
  readonly position: number;
}

/** Prepares: the lists of changes that came with each of the releases, in their order; none for one without. */
export function listAnnouncements(
  database: ReadDatabase,
): (releaseIds: readonly number[]) => Promise<AnnouncementRow[]> {
  const query = database
    .select({
      releaseId: announcement.releaseId,
      position: announcement.position,
      file: announcement.file,
      scope: announcement.scope,
      totals: announcement.totals,
      changes: announcement.changes,
    })
    .from(announcement)
    .where(sql`${announcement.releaseId} = any(${sql.placeholder('releaseIds')})`)
    .orderBy(announcement.releaseId, announcement.position)
    .prepare('list_announcements');
  return async (releaseIds) => await query.execute({ releaseIds });
}
