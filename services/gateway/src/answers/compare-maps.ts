// Two releases of a map compared: the diff, its totals, and its pages.
import { type MapDiff, pinMap } from '@codeset/crosswalk';
import type { MappingRow } from '@codeset/database/read';
import { type MapChange, type MapChangeKind, type MapKindTotal, tallyMapChanges } from '@codeset/terminology';
import { type Connection, type PageArguments, readPage } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import type { MappedConcept } from '../pinned-map.ts';
import { noteComparison } from './compare.ts';

/** A source that changed, at its place in the list that was asked for. */
export interface PlacedMapChange {
  readonly diff: MapDiff;
  readonly change: MapChange<MappingRow>;
  readonly row: { readonly position: number };
}

/** CONCEPT_MAP_UNKNOWN, RELEASE_UNKNOWN, QUERY_TOO_EXPENSIVE. */
export async function compareMapVersions(
  context: GatewayContext,
  conceptMap: string,
  versions: { readonly from: string; readonly to: string },
): Promise<MapDiff> {
  const { maps, mapDiffs } = context;
  const published = await maps.published();
  const [from, to] = [
    pinMap(published, conceptMap, versions.from),
    pinMap(published, conceptMap, versions.to),
  ];
  for (const map of [from, to]) maps.serve(map);
  noteComparison(context, from, to);
  return await mapDiffs(from, to);
}

/** A page of the sources that changed, those of some kinds where kinds are given. BAD_REQUEST for another list's cursor. */
export async function readMapChanges(
  diff: MapDiff,
  kinds: readonly MapChangeKind[] | null,
  page: PageArguments,
): Promise<Connection<PlacedMapChange>> {
  const { from, to, changes } = diff;
  const found = kinds
    ? changes.filter((change) => change.kinds.some((kind) => kinds.includes(kind)))
    : changes;
  const list = {
    scope: [from.digest, to.digest, 'map changes', kinds?.join(' ') ?? null],
    countAll: async () => found.length,
    read: async (after: number | null, limit: number) => {
      const start = (after ?? -1) + 1;
      return found
        .slice(start, start + limit)
        .map((change, i) => ({ diff, change, row: { position: start + i } }));
    },
  };
  return await readPage(list, page);
}

/** Every kind of change, with how many sources have it. */
export function totalMapChanges({ changes }: MapDiff): MapKindTotal[] {
  return tallyMapChanges(changes);
}

/** The source of a change, by the release that has it; null where the publisher says that there is none. */
export function sourceOfChange({ diff, change }: PlacedMapChange): MappedConcept | null {
  const { sourceCode: code, sourceKey: key, kinds } = change;
  if (code === null && key === null) return null;
  return { map: kinds.includes('sourceRemoved') ? diff.from : diff.to, side: 'source', code, key };
}
