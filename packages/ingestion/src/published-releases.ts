// The published releases of a code system or a map: real ones apart from samples, drafts left out.
import { listHeldReleases, type ReleaseRow } from '@codeset/database/load';
import { CodesetError } from '@codeset/terminology';
import type { Sql } from 'postgres';

/** In the order of their effective dates; `publication` is the id of a code system or a map. */
export async function publishedReleases(
  sql: Sql,
  publication: string,
  sample: boolean,
): Promise<ReleaseRow[]> {
  return (await listHeldReleases(sql, publication)).filter(
    (row) => row.status === 'published' && row.sample === sample && !row.draft,
  );
}

/** The one of that version; throws RELEASE_UNKNOWN when it is not among them. */
export function releaseAmong(
  releases: readonly ReleaseRow[],
  publication: string,
  version: string,
): ReleaseRow {
  const release = releases.find((row) => row.version === version);
  if (release) return release;
  throw new CodesetError('RELEASE_UNKNOWN', `Release ${version} of ${publication} is not published.`);
}

/** Throws RELEASE_EXISTS when real releases are published, beside which no sample is loaded. */
export async function refuseSampleBesideReal(sql: Sql, publication: string): Promise<void> {
  const real = await publishedReleases(sql, publication, false);
  if (real.length === 0) return;
  throw new CodesetError(
    'RELEASE_EXISTS',
    `Real releases of ${publication} are published (${real.map(({ version }) => version).join(', ')}): ` +
      'a made-up sample is not loaded beside them.',
  );
}
