// Which releases are published, of all code systems, without their large columns, with what every answer needs of their systems.
import { byEffectiveDate, type IdentifierForm, type PlainDate } from '@codeset/terminology';
import { eq, sql } from 'drizzle-orm';
import { codeSystem, release } from '../tables.ts';
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
  /** What must be shown wherever data of its code system are served; null when nothing must. */
  readonly attribution: string | null;
  /** The identifiers besides codes that its code system knows; empty when it knows none. */
  readonly identifierForms: readonly IdentifierForm[];
  /** The language of everything in it but translations, BCP 47. */
  readonly language: string;
}

const columns = {
  id: release.id,
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

const identifierForms = sql<
  readonly IdentifierForm[]
>`coalesce(${codeSystem.definition} -> 'identifierForms', '[]'::jsonb)`.as('identifier_forms');

const language = sql<string>`${codeSystem.definition} ->> 'language'`.as('language');

/** Prepares: all published releases in one snapshot, in the order of their effective dates. */
export function listPublishedReleases(database: ReadDatabase): () => Promise<PublishedRelease[]> {
  // In an order, so that Postgres keeps the subquery apart: each definition is unpacked once, not once a release.
  const system = database
    .select({ id: codeSystem.id, attribution: codeSystem.attribution, identifierForms, language })
    .from(codeSystem)
    .orderBy(codeSystem.id)
    .as('system');
  const query = database
    .select({
      ...columns,
      codeSystem: system.id,
      attribution: system.attribution,
      identifierForms: system.identifierForms,
      language: system.language,
    })
    .from(release)
    .innerJoin(system, eq(system.id, release.codeSystem))
    .where(eq(release.status, 'published'))
    .prepare('list_published_releases');
  return async () => byEffectiveDate(await query.execute());
}
