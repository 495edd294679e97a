// The lineages that a process has built: true as long as the same releases are published, so they are kept.
import { buildLineage, type Lineage } from '@codeset/comparison';
import type { PublishedRelease, Reader } from '@codeset/database/read';
import type { CodeSystemDefinition } from '@codeset/terminology';
import { createImmutableCache } from '../immutable-cache.ts';
import type { ReleaseDiffs } from './release-diffs.ts';

/** Gives the lineage of a code system's codes, building it where it is not kept. */
export type Lineages = (
  definition: CodeSystemDefinition,
  held: readonly PublishedRelease[],
) => Promise<Lineage>;

/** By estimate, of one edge with its evidence. */
const bytesOfEdge = 1_500;

/** Lineages over a reader that no request owns; together at most about 60 MB. */
export function lineages(reader: Reader, compare: ReleaseDiffs): Lineages {
  const kept = createImmutableCache<string, Lineage>(
    { entries: 20, bytes: 60 * 1024 * 1024 },
    ({ edges }) => 10_000 + edges.length * bytesOfEdge,
  );
  const underWay = new Map<string, Promise<Lineage>>();
  return async (definition, held) => {
    const published = await reader.listPublishedMaps();
    const sample = held[0]?.sample ?? false;
    const maps = published.filter((map) => map.sample === sample);
    const name = [...held, ...maps].map(({ id }) => id).join(' ');
    const built = kept.get(name) ?? underWay.get(name);
    if (built) return await built;
    const building = buildLineage(reader, { definition, held, maps, compare });
    underWay.set(name, building);
    try {
      const lineage = await building;
      kept.set(name, lineage);
      return lineage;
    } finally {
      underWay.delete(name);
    }
  };
}
