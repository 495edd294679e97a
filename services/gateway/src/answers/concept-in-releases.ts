// The concept that a text or a key means in each of several releases.
import type { ConceptInReleaseRow } from '@codeset/database/read';
import { identifierKey, lookUpForm } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { chooseConcept } from './code-or-grouping.ts';

/** What the releases, all of one code system, have under a code or an identifier: at most one each, in their order. */
export async function listByTextIn(
  context: GatewayContext,
  releases: readonly PinnedRelease[],
  text: string,
): Promise<ReleaseConcept[]> {
  const key = identifierKey(releases[0]?.row.identifierForms ?? [], text);
  const identified = key === null ? [] : await listByKeyIn(context, releases, key);
  if (identified.length > 0 || releases.length === 0) return identified;
  const rows = await context.loaders.inReleases(releases).load(lookUpForm(text));
  return await oneEach(context, releases, rows);
}

/** What the releases, all of one code system, have under a key, in their order. */
export async function listByKeyIn(
  context: GatewayContext,
  releases: readonly PinnedRelease[],
  key: string,
): Promise<ReleaseConcept[]> {
  if (releases.length === 0) return [];
  return await oneEach(context, releases, await context.loaders.inReleasesByKey(releases).load(key));
}

async function oneEach(
  context: GatewayContext,
  releases: readonly PinnedRelease[],
  rows: readonly ConceptInReleaseRow[],
): Promise<ReleaseConcept[]> {
  const chosen = await Promise.all(
    releases.map(async (release) => {
      const candidates = rows.filter(({ releaseId }) => releaseId === release.row.id);
      const row = await chooseConcept(context, release, candidates);
      return row ? [{ release, row }] : [];
    }),
  );
  return chosen.flat();
}
