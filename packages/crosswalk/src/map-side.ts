// The two sides of a map, forwards and backwards.
import type { MappingRow, PublishedMap, PublishedRelease } from '@codeset/database/read';

/** A side as the map has it, whichever way it is read. */
export type MapSide = 'source' | 'target';

/** The side that is read from. */
export function sideFrom(reverse: boolean): MapSide {
  return reverse ? 'target' : 'source';
}

/** The side that is read to. */
export function sideTo(reverse: boolean): MapSide {
  return reverse ? 'source' : 'target';
}

/** Id of the code system of a side. */
export function codeSystemOf({ definition }: Pick<PublishedMap, 'definition'>, side: MapSide): string {
  return side === 'source' ? definition.sourceCodeSystem : definition.targetCodeSystem;
}

/** Version of the release that the map speaks of, on a side; null where its publisher does not say. */
export function versionOf(
  { sourceVersion, targetVersion }: Pick<PublishedMap, 'sourceVersion' | 'targetVersion'>,
  side: MapSide,
): string | null {
  return side === 'source' ? sourceVersion : targetVersion;
}

/** How a mapping names the concept of a side; both null where the publisher says that there is none. */
export function keyAndCodeOf(
  row: Pick<MappingRow, 'sourceCode' | 'sourceKey' | 'targetCode' | 'targetKey'>,
  side: MapSide,
): { readonly key: string | null; readonly code: string | null } {
  return side === 'source'
    ? { key: row.sourceKey, code: row.sourceCode }
    : { key: row.targetKey, code: row.targetCode };
}

/**
 * Of the releases of the code system that is read from, the one in which codes are looked up: the one that the map
 * speaks of, else the last that was in force, to tell whether a code is one at all. Null where none is held.
 */
export function releaseToLookIn<Release extends Pick<PublishedRelease, 'version' | 'draft'>>(
  held: readonly Release[],
  map: PublishedMap,
  reverse: boolean,
): Release | null {
  const version = versionOf(map, sideFrom(reverse));
  return held.find((release) => release.version === version) ?? held.findLast(({ draft }) => !draft) ?? null;
}
