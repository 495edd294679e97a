// The concepts below given ones, a page each.
import { type ConceptRow, conceptColumnsSql } from './concept-row.ts';
import type { ReadDatabase } from './read-database.ts';

/** Where the concepts below one concept stand. */
export interface SubtreeRange {
  readonly position: number;
  readonly subtreeEnd: number;
}

export interface DescendantsPage {
  /** Leaves out what is not selectable. */
  readonly selectableOnly: boolean;
  /** Only what stands after this position; null for the first page. */
  readonly after: number | null;
  /** At most this many below each concept. */
  readonly limit: number;
}

/** A concept with the position of the concept it was asked for as a descendant of. */
export interface DescendantRow extends ConceptRow {
  readonly of: number;
}

const text = `
  select r.of, d.*
  from unnest($2::integer[], $3::integer[]) as r(of, subtree_end)
  cross join lateral (
    select ${conceptColumnsSql}
    from codeset.release_concept c
    where c.release_id = $1 and c.position > greatest(r.of, $4::integer) and c.position <= r.subtree_end
      and (not $5::boolean or (select t.selectable from codeset.concept_content t where t.id = c.content_id))
    order by c.position
    limit $6::integer
  ) d
  order by r.of, d.position`;

/** Prepares: the descendants in each range, in tabular order, one page of each. */
export function listDescendants(
  database: ReadDatabase,
): (releaseId: number, ranges: readonly SubtreeRange[], page: DescendantsPage) => Promise<DescendantRow[]> {
  return async (releaseId, ranges, { selectableOnly, after, limit }) =>
    await database.$client.unsafe<DescendantRow[]>(
      text,
      [
        releaseId,
        ranges.map(({ position }) => position),
        ranges.map(({ subtreeEnd }) => subtreeEnd),
        after ?? -1,
        selectableOnly,
        limit,
      ],
      { prepare: true },
    );
}
