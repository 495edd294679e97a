// A loader of the number of selectable descendants: counted once for all requests, since a release never changes.
import type { SubtreeRange } from '@codeset/database/read';
import DataLoader from 'dataloader';
import { type Kept, KeptSubtreeLoader, type Loader } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';

/** A loader for one release, kept by the position of the concept; by the concept's range. */
export function selectableCountLoader(
  { reader, schedule }: RequestLevels,
  releaseId: number,
  kept: Kept<number, number>,
): Loader<SubtreeRange, number> {
  const load = async (ranges: readonly SubtreeRange[]) => {
    const counted = await reader.countSelectableDescendants(releaseId, ranges);
    const counts = new Map(counted.map(({ of, count }) => [of, count]));
    return ranges.map(({ position }) => {
      const count = counts.get(position) ?? 0;
      kept.set(position, count);
      return count;
    });
  };
  return new KeptSubtreeLoader(kept, () => {
    const options = { cacheKeyFn: positionOf, batchScheduleFn: schedule };
    return new DataLoader<SubtreeRange, number, number>(load, options);
  });
}

function positionOf({ position }: SubtreeRange): number {
  return position;
}
