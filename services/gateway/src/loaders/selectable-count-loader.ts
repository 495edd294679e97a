// A loader of the number of selectable descendants: counted once for all requests, since a release never changes.
import type { SubtreeRange } from '@codeset/database/read';
import DataLoader from 'dataloader';
import type { ImmutableCache } from '../immutable-cache.ts';
import type { RequestLevels } from './request-levels.ts';

/** Counts by `release id:position`. */
export type CountCache = ImmutableCache<string, number>;

/** A loader for one release; by the concept's range. */
export function selectableCountLoader(
  { reader, schedule }: RequestLevels,
  releaseId: number,
  cache: CountCache,
): DataLoader<SubtreeRange, number, number> {
  const keyOf = (position: number) => `${releaseId}:${position}`;
  return new DataLoader(
    async (ranges) => {
      const missing = ranges.filter(({ position }) => cache.get(keyOf(position)) === undefined);
      const counted = missing.length > 0 ? await reader.countSelectableDescendants(releaseId, missing) : [];
      const counts = new Map(counted.map(({ of, count }) => [of, count]));
      for (const [position, count] of counts) cache.set(keyOf(position), count);
      return ranges.map(({ position }) => counts.get(position) ?? cache.get(keyOf(position)) ?? 0);
    },
    { cacheKeyFn: ({ position }) => position, batchScheduleFn: schedule },
  );
}
