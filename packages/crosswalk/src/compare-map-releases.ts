// What changed between two published releases of a map: the database finds the sources, `compareMaps` tells how.
import { Turns } from '@codeset/comparison';
import type { MappingRow, PublishedMap, Reader } from '@codeset/database/read';
import { compareMaps, type MapChange, mappedSourceName } from '@codeset/terminology';

/** The sources that changed, in the order of the second release, then those that are gone in that of the first. */
export interface MapDiff {
  readonly from: PublishedMap;
  readonly to: PublishedMap;
  readonly changes: readonly MapChange<MappingRow>[];
}

/** Sources compared at a time. */
const share = 200;

/** Both are releases of one map, in either direction. */
export async function compareMapReleases(
  reader: Pick<Reader, 'listDifferingMappings'>,
  from: PublishedMap,
  to: PublishedMap,
): Promise<MapDiff> {
  const ofRelease = to.definition.ofRelease ?? [];
  const rows = await reader.listDifferingMappings({ from: from.id, to: to.id, ofRelease });
  const turns = new Turns();
  const sources = new Map<string, MappingRow[]>();
  const inOrder = [...rows.filter(of(to)), ...rows.filter(of(from))];
  await turns.map(inOrder, (row) => {
    const name = mappedSourceName(row);
    const held = sources.get(name);
    if (held) held.push(row);
    else sources.set(name, [row]);
  });
  const groups = [...sources.values()];
  const changes: MapChange<MappingRow>[] = [];
  for (let start = 0; start < groups.length; start += share) {
    const some = groups.slice(start, start + share).flat();
    changes.push(...compareMaps(some.filter(of(from)), some.filter(of(to)), ofRelease));
    await turns.give();
  }
  return { from, to, changes };
}

function of({ id }: PublishedMap): (row: MappingRow) => boolean {
  return ({ releaseId }) => releaseId === id;
}
