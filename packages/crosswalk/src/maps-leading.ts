// Which published maps lead from one code system to another, and which release of each is read.
import type { PublishedMap } from '@codeset/database/read';
import { CodesetError } from '@codeset/terminology';
import { codeSystemOf, sideFrom, sideTo, versionOf } from './map-side.ts';

/** Through which maps. */
export interface MapWish {
  /** Ids of the code systems. */
  readonly from: string;
  readonly to: string;
  /** Version of the release that the codes are of; null where that is not told. */
  readonly fromVersion: string | null;
  /** Id of the map; null for all that lead there. */
  readonly map: string | null;
  /** Version of the map's release; null for the one that fits. */
  readonly mapVersion: string | null;
  /** Maps that lead the other way, read backwards. */
  readonly reverse: boolean;
}

/**
 * One release of each map that leads there, by the maps' ids: the one that is named, else the newest of those that
 * speak of the release asked of, else the newest. Empty where no map leads there. Maps within one code system are left
 * to lineage. CONCEPT_MAP_UNKNOWN, RELEASE_UNKNOWN, BAD_REQUEST.
 */
export function mapsLeading(published: readonly PublishedMap[], wish: MapWish): PublishedMap[] {
  if (wish.mapVersion !== null && wish.map === null) {
    throw new CodesetError('BAD_REQUEST', 'The version of a map needs the map that it is a version of.');
  }
  if (wish.map !== null) return [namedMap(published, wish.map, wish)];
  const ids = new Set(published.filter((map) => leads(map, wish)).map(({ conceptMap }) => conceptMap));
  return [...ids].sort().map((id) => fittingRelease(published, id, wish));
}

/** The release of that version. CONCEPT_MAP_UNKNOWN, RELEASE_UNKNOWN. */
export function pinMap(published: readonly PublishedMap[], id: string, version: string): PublishedMap {
  const held = releasesOfMap(published, id);
  const found = held.find((map) => map.version === version);
  if (found) return found;
  const versions = held.map((map) => map.version);
  throw new CodesetError(
    'RELEASE_UNKNOWN',
    `Release ${version} of ${id} is not published. Published: ${versions.join(', ')}.`,
    { details: { conceptMap: id, version, published: versions } },
  );
}

/** One map of a way of several. */
export interface MapHop {
  /** Id of the map. */
  readonly map: string;
  /** Version of its release; null for the one that fits. */
  readonly version: string | null;
  readonly reverse: boolean;
  /** Id of the code system that it leads to, as it is read. */
  readonly to: string;
}

/** The maps that lead on from a code system to another, by their ids; with `reverse` backwards as well. */
export function mapsReachable(published: readonly PublishedMap[], from: string, reverse: boolean): MapHop[] {
  const ways = reverse ? [false, true] : [false];
  const hops = published.flatMap((map) =>
    ways.flatMap((backwards): MapHop[] => {
      const [start, to] = [codeSystemOf(map, sideFrom(backwards)), codeSystemOf(map, sideTo(backwards))];
      return start === from && to !== from
        ? [{ map: map.conceptMap, version: null, reverse: backwards, to }]
        : [];
    }),
  );
  const nameOf = ({ map, reverse: backwards }: MapHop) => `${map} ${backwards}`;
  const byName = new Map(hops.map((hop) => [nameOf(hop), hop]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, hop]) => hop);
}

function namedMap(published: readonly PublishedMap[], id: string, wish: MapWish): PublishedMap {
  const [any] = releasesOfMap(published, id);
  if (any && !leads(any, wish)) throw leadsElsewhere(any, wish);
  return wish.mapVersion === null
    ? fittingRelease(published, id, wish)
    : pinMap(published, id, wish.mapVersion);
}

function leads(map: PublishedMap, { from, to, reverse }: MapWish): boolean {
  const [start, end] = [codeSystemOf(map, sideFrom(reverse)), codeSystemOf(map, sideTo(reverse))];
  return start === from && end === to && start !== end;
}

function fittingRelease(
  published: readonly PublishedMap[],
  id: string,
  { fromVersion, reverse }: MapWish,
): PublishedMap {
  const held = releasesOfMap(published, id);
  const side = sideFrom(reverse);
  const fitting = held.findLast((map) => fromVersion !== null && versionOf(map, side) === fromVersion);
  const found = fitting ?? held.findLast(({ draft }) => !draft) ?? held.at(-1);
  if (!found) throw unknownMap(published, id);
  return found;
}

/** All published releases of a map, by effective date. CONCEPT_MAP_UNKNOWN. */
export function releasesOfMap(published: readonly PublishedMap[], id: string): PublishedMap[] {
  const held = published.filter(({ conceptMap }) => conceptMap === id);
  if (held.length === 0) throw unknownMap(published, id);
  return held;
}

/** CONCEPT_MAP_UNKNOWN with the maps that there are. */
function unknownMap(published: readonly PublishedMap[], id: string): CodesetError {
  const ids = [...new Set(published.map(({ conceptMap }) => conceptMap))].sort();
  const there = ids.length === 0 ? 'None is published yet.' : `There are: ${ids.join(', ')}.`;
  return new CodesetError('CONCEPT_MAP_UNKNOWN', `There is no concept map ${id}. ${there}`, {
    details: { conceptMap: id, held: ids },
  });
}

function leadsElsewhere(
  { conceptMap, definition }: PublishedMap,
  { from, to, reverse }: MapWish,
): CodesetError {
  const { sourceCodeSystem, targetCodeSystem } = definition;
  const back = !reverse && sourceCodeSystem === to && targetCodeSystem === from;
  const advice = back
    ? ' It can be read backwards where that is asked for (reverse), which is not what its publisher says.'
    : sourceCodeSystem === targetCodeSystem
      ? ' What became of a code within one code system is told by its successors and predecessors.'
      : '';
  return new CodesetError(
    'BAD_REQUEST',
    `The map ${conceptMap} leads from ${sourceCodeSystem} to ${targetCodeSystem}, not from ${from} to ${to}.${advice}`,
  );
}
