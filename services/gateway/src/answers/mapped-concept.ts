// What is known of a concept that a map names: from the release that the map is of, or from the map itself.
import { codeSystemOf, keyAndCodeOf, type MapSide, sideFrom, sideTo, versionOf } from '@codeset/crosswalk';
import type { MappingRow, MentionRow, PublishedMap } from '@codeset/database/read';
import type { GatewayContext } from '../context.ts';
import type { MappedConcept, ReleaseMapping } from '../pinned-map.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { type Expression, readExpression } from './expression.ts';
import { findConcept } from './find-concept.ts';

/** How a concept of a map is known. */
export type Standing = 'HELD' | 'MENTIONED' | 'NAMED';

/** The concept mapped from as the mapping is read; null where the publisher says that there is none. */
export function sourceOf({ map, row, reverse }: ReleaseMapping): MappedConcept | null {
  return conceptOf(map, row, sideFrom(reverse));
}

/** The concept mapped to as the mapping is read; null where the publisher says that there is none. */
export function targetOf({ map, row, reverse }: ReleaseMapping): MappedConcept | null {
  return conceptOf(map, row, sideTo(reverse));
}

function conceptOf(map: PublishedMap, row: MappingRow, side: MapSide): MappedConcept | null {
  const { key, code } = keyAndCodeOf(row, side);
  return code === null && key === null ? null : { map, side, code, key };
}

/** The release that the map is of; null where that is not told, or not held. No other takes its place. */
export async function heldRelease(
  { releases }: GatewayContext,
  map: PublishedMap,
  side: MapSide,
): Promise<PinnedRelease | null> {
  const version = versionOf(map, side);
  if (version === null) return null;
  const held = await releases.list(codeSystemOf(map, side));
  return held.find(({ row }) => row.version === version) ?? null;
}

/** The concept in the release that the map is of; null where that is not held or has none of that code. */
export async function heldConcept(
  context: GatewayContext,
  { map, side, code, key }: MappedConcept,
): Promise<ReleaseConcept | null> {
  const release = await heldRelease(context, map, side);
  if (!release) return null;
  if (key === null) return code === null ? null : await findConcept(context, release, code);
  const [row] = await context.loaders.of(release).conceptsByKey.load(key);
  return row ? { release, row } : null;
}

/** What the map itself says of it; null where it says nothing but its code. */
export async function mentionOf(
  { loaders }: GatewayContext,
  { map, side, code, key }: MappedConcept,
): Promise<MentionRow | null> {
  const name = key ?? code;
  if (name === null) return null;
  const [mention] = await loaders.ofMap(map).mentions[side].load(name);
  return mention ?? null;
}

/** Held before mentioned before named. */
export async function standingOf(context: GatewayContext, concept: MappedConcept): Promise<Standing> {
  if (await heldConcept(context, concept)) return 'HELD';
  return (await mentionOf(context, concept)) ? 'MENTIONED' : 'NAMED';
}

/** Codes that are needed together, taken apart; null for a single code, and where the release is not held. */
export async function expressionOf(
  context: GatewayContext,
  { map, side, code }: MappedConcept,
): Promise<Expression | null> {
  const system = await context.releases.findCodeSystem(codeSystemOf(map, side));
  const form = system?.expressions;
  const combined =
    form &&
    code !== null &&
    [form.stemSeparator, form.extensionSeparator].some((sign) => code.includes(sign));
  if (!combined) return null;
  const release = await heldRelease(context, map, side);
  return release && (await readExpression(context, release, code));
}
