// Which releases are published, of all code systems, without their large columns.
import { byEffectiveDate, type PlainDate } from '@codeset/terminology';
import { eq } from 'drizzle-orm';
import { release } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

/** A published release; staged, checked and withdrawn ones are not for readers. */
export interface PublishedRelease {
  readonly id: number;
  /** Id of its code system. */
  readonly codeSystem: string;
  readonly version: string;
  readonly sample: boolean;
  readonly effectiveFrom: PlainDate;
  /** Last day by the publisher's calendar; null when it has none. */
  readonly scheduledTo: PlainDate | null;
  /** Never in force. */
  readonly draft: boolean;
  /** sha256 in hex over the release's content. */
  readonly digest: string;
  /** The kinds of source it came with. */
  readonly parts: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly loadedAt: Date;
  readonly publishedAt: Date | null;
}

const columns = {
  id: release.id,
  codeSystem: release.codeSystem,
  version: release.version,
  sample: release.sample,
  effectiveFrom: release.effectiveFrom,
  scheduledTo: release.scheduledTo,
  draft: release.draft,
  digest: release.digest,
  parts: release.parts,
  counts: release.counts,
  loadedAt: release.loadedAt,
  publishedAt: release.publishedAt,
};

/** Prepares: all published releases in one snapshot, in the order of their effective dates. */
export function listPublishedReleases(database: ReadDatabase): () => Promise<PublishedRelease[]> {
  const query = database
    .select(columns)
    .from(release)
    .where(eq(release.status, 'published'))
    .prepare('list_published_releases');
  return async () => byEffectiveDate(await query.execute());
}
