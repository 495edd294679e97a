// The lineages that a process has built: true as long as the same releases are published, so they are kept.
import { buildLineage, type Lineage } from '@codeset/comparison';
import type { PublishedMap, PublishedRelease, Reader } from '@codeset/database/read';
import type { CodeSystemDefinition } from '@codeset/terminology';
import type { MadeThings } from './made-once.ts';
import type { ReleaseDiffs } from './release-diffs.ts';

/** Gives the lineage of a code system's codes, building it where it is not kept. */
export type Lineages = (
  definition: CodeSystemDefinition,
  held: readonly PublishedRelease[],
) => Promise<Lineage>;

/** By estimate, of one edge with its evidence. */
const bytesOfEdge = 1_500;

/** Lineages over a reader that no request owns. */
export function lineages(reader: Reader, compare: ReleaseDiffs, things: MadeThings): Lineages {
  const built = things.of<Lineage>('lineage', ({ edges }) => 10_000 + edges.length * bytesOfEdge);
  return async (definition, held) => {
    const sample = held[0]?.sample ?? false;
    const maps = (await reader.listPublishedMaps()).filter(
      (map) => map.sample === sample && leadsWithin(map, definition),
    );
    const name = [...held, ...maps].map(({ id }) => id).join(' ');
    return await built(name, () => buildLineage(reader, { definition, held, maps, compare }));
  };
}

/** From release to release of the code system: other maps have no part in its lineage. */
function leadsWithin({ definition }: PublishedMap, { id }: CodeSystemDefinition): boolean {
  return definition.sourceCodeSystem === id && definition.targetCodeSystem === id;
}
