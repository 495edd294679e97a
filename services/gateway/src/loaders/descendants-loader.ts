// A loader of pages of descendants: the same page below many concepts in one statement.
import type { ConceptRow, DescendantsPage, SubtreeRange } from '@codeset/database/read';
import DataLoader from 'dataloader';
import { type Kept, KeptSubtreeLoader, type Loader } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';

/** A loader for one release and one page, kept by the position of the concept; by the concept's range. */
export function descendantsLoader(
  { reader, schedule }: RequestLevels,
  { releaseId, page }: { readonly releaseId: number; readonly page: DescendantsPage },
  kept: Kept<number, readonly ConceptRow[]>,
): Loader<SubtreeRange, readonly ConceptRow[]> {
  const load = async (ranges: readonly SubtreeRange[]) => {
    const groups = new Map<number, ConceptRow[]>(ranges.map(({ position }) => [position, []]));
    for (const { of, ...row } of await reader.listDescendants(releaseId, ranges, page)) {
      groups.get(of)?.push(row);
    }
    for (const [position, rows] of groups) kept.set(position, rows);
    return ranges.map(({ position }) => groups.get(position) ?? []);
  };
  return new KeptSubtreeLoader(kept, () => {
    const options = { cacheKeyFn: positionOf, batchScheduleFn: schedule };
    return new DataLoader<SubtreeRange, readonly ConceptRow[], number>(load, options);
  });
}

function positionOf({ position }: SubtreeRange): number {
  return position;
}
