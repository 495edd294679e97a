// Where a code is that a release has not: earlier or later releases of the same code system.
import { lookUpForm } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';

/** Whether the releases that have it come before or after the one that was asked. */
export type Standing = 'EARLIER' | 'LATER' | 'EARLIER_AND_LATER';

export interface OtherReleases {
  /** Those that have the code, by effective date. */
  readonly releases: readonly PinnedRelease[];
  readonly standing: Standing;
  /** The code's concept in the last of them. */
  readonly concept: ReleaseConcept;
}

/** Null when no other published release has the code. */
export async function findInOtherReleases(
  context: GatewayContext,
  release: PinnedRelease,
  asked: string,
): Promise<OtherReleases | null> {
  const all = await context.releases.list(release.row.codeSystem);
  const others = all.filter(({ row }) => row.id !== release.row.id);
  if (others.length === 0) return null;
  const found = await context.loaders.inReleases(others).load(lookUpForm(asked));
  const releases = others.filter(({ row }) => found.some(({ releaseId }) => releaseId === row.id));
  const last = releases.at(-1);
  const row = found.findLast(({ releaseId }) => releaseId === last?.row.id);
  if (!last || !row) return null;
  context.releases.serve(last);
  return { releases, standing: standingOf(release, releases), concept: { release: last, row } };
}

function standingOf(release: PinnedRelease, others: readonly PinnedRelease[]): Standing {
  const { effectiveFrom } = release.row;
  const earlier = others.some(({ row }) => row.effectiveFrom < effectiveFrom);
  const later = others.some(({ row }) => row.effectiveFrom > effectiveFrom);
  if (earlier && later) return 'EARLIER_AND_LATER';
  return earlier ? 'EARLIER' : 'LATER';
}

/** The published releases that have the concept, by effective date. */
export async function listReleasesOf(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
): Promise<PinnedRelease[]> {
  const all = await context.releases.list(release.row.codeSystem);
  const holding = await context.loaders.holding(all).load(row.key);
  return all.filter((candidate) => holding.some(({ releaseId }) => releaseId === candidate.row.id));
}
