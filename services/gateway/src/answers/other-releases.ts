// Where a code is that a release has not, and why it is not in this one: other releases of the same code system.
import type { PlainDate } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { listByTextIn } from './concept-in-releases.ts';

/** Whether the releases that have it come before or after the one that was asked. */
export type Standing = 'EARLIER' | 'LATER' | 'EARLIER_AND_LATER';

/** Why a code is not in a release: absence is not termination. */
export type Absence = 'NOT_YET' | 'TERMINATED' | 'WITHOUT_TERMINATION';

export interface OtherReleases {
  /** Those that have the code, by effective date. */
  readonly releases: readonly PinnedRelease[];
  readonly standing: Standing;
  readonly absence: Absence;
  /** The last day that the newest earlier release gives it; null when it gives none, or there is no earlier one. */
  readonly effectiveTo: PlainDate | null;
  /** The code's concept in the last of the releases. */
  readonly concept: ReleaseConcept;
  /** The same entity in the release that was asked, under another code; null where there is none. */
  readonly recodedAs: ReleaseConcept | null;
}

/** Null when no other published release has the code, drafts apart. */
export async function findInOtherReleases(
  context: GatewayContext,
  release: PinnedRelease,
  asked: string,
  on: PlainDate,
): Promise<OtherReleases | null> {
  const all = await context.releases.list(release.row.codeSystem);
  const place = all.findIndex(({ row }) => row.id === release.row.id);
  const isEarlier = (other: PinnedRelease) => all.indexOf(other) < place;
  const others = all.filter(({ row }, i) => i !== place && !row.draft);
  const concepts = await listByTextIn(context, others, asked);
  const concept = concepts.at(-1);
  if (!concept) return null;
  context.releases.serve(concept.release);
  const newestEarlier = concepts.findLast((other) => isEarlier(other.release)) ?? null;
  const effectiveTo = await findLastDay(context, newestEarlier);
  return {
    releases: concepts.map((other) => other.release),
    standing: standingOf(newestEarlier !== null, !isEarlier(concept.release)),
    absence: absenceOf(newestEarlier !== null, effectiveTo, on),
    effectiveTo,
    concept,
    recodedAs: await findRecoded(context, release, concept),
  };
}

function standingOf(earlier: boolean, later: boolean): Standing {
  if (earlier && later) return 'EARLIER_AND_LATER';
  return earlier ? 'EARLIER' : 'LATER';
}

function absenceOf(earlier: boolean, effectiveTo: PlainDate | null, on: PlainDate): Absence {
  if (!earlier) return 'NOT_YET';
  return effectiveTo !== null && effectiveTo < on ? 'TERMINATED' : 'WITHOUT_TERMINATION';
}

async function findLastDay(
  { loaders }: GatewayContext,
  concept: ReleaseConcept | null,
): Promise<PlainDate | null> {
  return concept && (await loaders.contents.load(concept.row.contentId)).effectiveTo;
}

/** Only where the publisher identifies entities apart from their codes can one be found under another code. */
async function findRecoded(
  { loaders }: GatewayContext,
  release: PinnedRelease,
  { row }: ReleaseConcept,
): Promise<ReleaseConcept | null> {
  if (release.row.identifierForms.length === 0) return null;
  const [here] = await loaders.of(release).conceptsByKey.load(row.key);
  return here ? { release, row: here } : null;
}

/** The published releases that have the concept, drafts among them, by effective date. */
export async function listReleasesOf(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
): Promise<PinnedRelease[]> {
  const all = await context.releases.list(release.row.codeSystem);
  const holding = await context.loaders.holding(all).load(row.key);
  return all.filter((candidate) => holding.some(({ releaseId }) => releaseId === candidate.row.id));
}
