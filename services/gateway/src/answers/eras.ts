// The eras of a code: what one string, or one entity, meant over all releases, told apart by the dates of its own.
import type { ConceptContent } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { isCode } from './code-or-grouping.ts';
import { listByKeyIn, listByTextIn } from './concept-in-releases.ts';

/** The releases in which a code has one and the same first day. */
export interface Era {
  /** Its concept in each of the releases that belong to the era, by effective date. */
  readonly concepts: readonly ReleaseConcept[];
  /** The concept in the newest of them. */
  readonly newest: ReleaseConcept;
  /** What the newest of them says. */
  readonly content: ConceptContent;
  /** Whether the concept that was asked belongs to the era. */
  readonly current: boolean;
}

/**
 * The eras over all published releases but drafts, in the order of time: one for each first day that the releases
 * give, one for all of those that give none. Empty for a concept that is in drafts alone.
 */
export async function listEras(context: GatewayContext, concept: ReleaseConcept): Promise<Era[]> {
  const own = await context.loaders.contents.load(concept.row.contentId);
  const concepts = await listMeantIn(context, await listFinal(context, concept.release), concept);
  const contents = await Promise.all(concepts.map(({ row }) => context.loaders.contents.load(row.contentId)));
  const firstDays = new Set(contents.map(({ effectiveFrom }) => effectiveFrom));
  return [...firstDays].flatMap((firstDay) => {
    const inEra = concepts.filter((_concept, i) => contents[i]?.effectiveFrom === firstDay);
    const content = contents.findLast(({ effectiveFrom }) => effectiveFrom === firstDay);
    const newest = inEra.at(-1);
    if (!newest || !content) return [];
    context.releases.show(newest.release);
    return [{ concepts: inEra, newest, content, current: own.effectiveFrom === firstDay }];
  });
}

/** The published releases of the same code system that are or were to be used, by effective date. */
async function listFinal(context: GatewayContext, { row }: PinnedRelease): Promise<PinnedRelease[]> {
  return (await context.releases.list(row.codeSystem)).filter((release) => !release.row.draft);
}

/**
 * A code is followed by what is written, since that is what may be used again for something else; a grouping, and
 * anything that the publisher identifies apart from its code, by its key.
 */
async function listMeantIn(
  context: GatewayContext,
  releases: readonly PinnedRelease[],
  concept: ReleaseConcept,
): Promise<ReleaseConcept[]> {
  const { key, code } = concept.row;
  const identified = concept.release.row.identifierForms.length > 0;
  if (identified || code === null || !(await isCode(context, concept))) {
    return await listByKeyIn(context, releases, key);
  }
  const found = await listByTextIn(context, releases, code);
  const areCodes = await Promise.all(found.map((other) => isCode(context, other)));
  return found.filter((_other, i) => areCodes[i]);
}

/** The codes that the concept had in the era, each once, in the order of time. */
export function codesOf({ concepts }: Era): string[] {
  return [...new Set(concepts.flatMap(({ row }) => row.code ?? []))];
}
