// Which releases of maps are published, with what every answer needs of their maps.
import { byEffectiveDate, type ConceptMapDefinition, type PlainDate } from '@codeset/terminology';
import { eq } from 'drizzle-orm';
import { conceptMap, release } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

/** A published release of a map; staged, checked and withdrawn ones are not for readers. */
export interface PublishedMap {
  readonly id: number;
  /** Id of its map. */
  readonly conceptMap: string;
  readonly version: string;
  readonly sample: boolean;
  readonly effectiveFrom: PlainDate;
  /** Last day by the publisher's calendar; null when it has none. */
  readonly scheduledTo: PlainDate | null;
  /** Never in force. */
  readonly draft: boolean;
  /** sha256 in hex over its mappings. */
  readonly digest: string;
  /** Between which releases of the code systems it is; null where its publisher does not say. */
  readonly sourceVersion: string | null;
  readonly targetVersion: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly loadedAt: Date;
  readonly publishedAt: Date | null;
  /** What must be shown wherever its data are served; null when nothing must. */
  readonly attribution: string | null;
  readonly definition: ConceptMapDefinition;
}

/** Prepares: all published releases of maps in one snapshot, in the order of their effective dates. */
export function listPublishedMaps(database: ReadDatabase): () => Promise<PublishedMap[]> {
  const query = database
    .select({
      id: release.id,
      conceptMap: conceptMap.id,
      version: release.version,
      sample: release.sample,
      effectiveFrom: release.effectiveFrom,
      scheduledTo: release.scheduledTo,
      draft: release.draft,
      digest: release.digest,
      sourceVersion: release.sourceVersion,
      targetVersion: release.targetVersion,
      counts: release.counts,
      loadedAt: release.loadedAt,
      publishedAt: release.publishedAt,
      attribution: conceptMap.attribution,
      definition: conceptMap.definition,
    })
    .from(release)
    .innerJoin(conceptMap, eq(conceptMap.id, release.conceptMap))
    .where(eq(release.status, 'published'))
    .prepare('list_published_maps');
  return async () => byEffectiveDate(await query.execute());
}
