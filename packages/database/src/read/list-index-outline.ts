// The bare outline of one index of a release, page by page: where each line stands, and which content it has.
import type { ReadDatabase } from './read-database.ts';

/** Which part of which outline. */
export interface IndexOutlinePage {
  readonly kind: string;
  /** Only what stands after this position; null for the first page. */
  readonly after: number | null;
  readonly limit: number;
}

/** Lines in the publisher's order; the lists are of the same length, one member a line. */
export interface IndexOutlinePart {
  readonly positions: readonly number[];
  /** The last position below each line; its own where there is none. */
  readonly subtreeEnds: readonly number[];
  readonly contentIds: readonly number[];
}

// Three arrays a page: 80,000 rows as objects keep the process for 100 ms at a time, pages of 5,000 for 8.
const text = `
  select coalesce(array_agg(e.position order by e.position), '{}') as positions,
    coalesce(array_agg(e.subtree_end order by e.position), '{}') as "subtreeEnds",
    coalesce(array_agg(e.content_id order by e.position), '{}') as "contentIds"
  from (
    select position, subtree_end, content_id from codeset.index_entry
    where release_id = $1 and kind = $2 and position > $3::integer order by position limit $4::integer
  ) e`;

/** Prepares: one page of the outline; empty lists where nothing follows. */
export function listIndexOutline(
  database: ReadDatabase,
): (releaseId: number, page: IndexOutlinePage) => Promise<IndexOutlinePart> {
  return async (releaseId, { kind, after, limit }) => {
    const [part] = await database.$client.unsafe<IndexOutlinePart[]>(
      text,
      [releaseId, kind, after ?? -1, limit],
      { prepare: true },
    );
    return part ?? { positions: [], subtreeEnds: [], contentIds: [] };
  };
}
