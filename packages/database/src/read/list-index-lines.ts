// All lines of a release's indexes with what they say, page by page: what a search reads once.
import type { IndexReference } from '@codeset/terminology';
import type { ReadDatabase } from './read-database.ts';

/** A line of an index or table. */
export interface IndexLineRow {
  readonly position: number;
  readonly subtreeEnd: number;
  /** Position of the line above; null for a main term. */
  readonly parent: number | null;
  /** Which index. */
  readonly kind: string;
  /** The whole title, nonessential modifiers in their places. */
  readonly title: string;
  /** Without them. */
  readonly term: string;
  readonly references: readonly IndexReference[];
}

const text = `
  select e.position, e.subtree_end as "subtreeEnd", e.parent, e.kind, c.title, c.term, c.references
  from (
    select position, subtree_end, parent, kind, content_id from codeset.index_entry
    where release_id = $1 and position > $2::integer order by position limit $3::integer
  ) e
  join codeset.index_content c on c.id = e.content_id
  order by e.position`;

/** Prepares: one page in the publisher's order, from the position after `after`; empty where nothing follows. */
export function listIndexLines(
  database: ReadDatabase,
): (releaseId: number, after: number | null, limit: number) => Promise<IndexLineRow[]> {
  return async (releaseId, after, limit) =>
    await database.$client.unsafe<IndexLineRow[]>(text, [releaseId, after ?? -1, limit], { prepare: true });
}
