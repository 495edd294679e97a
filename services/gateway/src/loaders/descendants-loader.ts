// A loader of pages of descendants: the same page below many concepts in one statement.
import type { ConceptRow, DescendantsPage, SubtreeRange } from '@codeset/database/read';
import DataLoader from 'dataloader';
import type { RequestLevels } from './request-levels.ts';

/** A loader for one release and one page; by the concept's range. */
export function descendantsLoader(
  { reader, schedule }: RequestLevels,
  releaseId: number,
  page: DescendantsPage,
): DataLoader<SubtreeRange, readonly ConceptRow[], number> {
  return new DataLoader(
    async (ranges) => {
      const groups = new Map<number, ConceptRow[]>(ranges.map(({ position }) => [position, []]));
      for (const { of, ...row } of await reader.listDescendants(releaseId, ranges, page)) {
        groups.get(of)?.push(row);
      }
      return ranges.map(({ position }) => groups.get(position) ?? []);
    },
    { cacheKeyFn: ({ position }) => position, batchScheduleFn: schedule },
  );
}
