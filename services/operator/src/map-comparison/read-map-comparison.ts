// Two published releases of a map compared: what every form of the answer is made from.
import { compareMaps, type MapChange, mapChangeKinds, pinMap } from '@codeset/crosswalk';
import type { PublishedMap, Reader } from '@codeset/database/read';
import type { ProgressLine } from '../progress-line.ts';

/** What changed from the one to the other. */
export interface MapComparison {
  readonly from: PublishedMap;
  readonly to: PublishedMap;
  readonly mappings: { readonly from: number; readonly to: number };
  readonly changes: readonly MapChange[];
}

/** CONCEPT_MAP_UNKNOWN, RELEASE_UNKNOWN. */
export async function readMapComparison(
  reader: Pick<Reader, 'listPublishedMaps' | 'listMappings'>,
  id: string,
  versions: { readonly from: string; readonly to: string },
  progress: ProgressLine,
): Promise<MapComparison> {
  const published = await reader.listPublishedMaps();
  const [from, to] = [pinMap(published, id, versions.from), pinMap(published, id, versions.to)];
  progress.step(`read the mappings of ${from.version} and ${to.version}`);
  const [before, after] = [await reader.listMappings([from.id]), await reader.listMappings([to.id])];
  progress.step('compare');
  const changes = compareMaps(before, after, to.definition.ofRelease);
  return { from, to, mappings: { from: before.length, to: after.length }, changes };
}

/** How many sources have each kind of change, every kind in its order; one source can have several. */
export function tallyKinds(changes: readonly MapChange[]) {
  return mapChangeKinds.map((kind) => ({
    kind,
    sources: changes.filter(({ kinds }) => kinds.includes(kind)).length,
  }));
}
