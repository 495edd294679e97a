// How many selectable concepts are below given ones.
import type { SubtreeRange } from './list-descendants.ts';
import type { ReadDatabase } from './read-database.ts';

export interface DescendantCount {
  /** Position of the concept whose descendants were counted. */
  readonly of: number;
  readonly count: number;
}

const text = `
  select r.of, (
    select count(*)::integer
    from codeset.release_concept c join codeset.concept_content t on t.id = c.content_id
    where c.release_id = $1 and c.position > r.of and c.position <= r.subtree_end and t.selectable
  ) as count
  from unnest($2::integer[], $3::integer[]) as r(of, subtree_end)`;

/** Prepares: the number of selectable concepts in each range. (All descendants: `subtreeEnd - position`.) */
export function countSelectableDescendants(
  database: ReadDatabase,
): (releaseId: number, ranges: readonly SubtreeRange[]) => Promise<DescendantCount[]> {
  return async (releaseId, ranges) =>
    await database.$client.unsafe<DescendantCount[]>(
      text,
      [releaseId, ranges.map(({ position }) => position), ranges.map(({ subtreeEnd }) => subtreeEnd)],
      { prepare: true },
    );
}
