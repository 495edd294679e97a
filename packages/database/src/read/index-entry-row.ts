// A line of a release's indexes and tables, as every question about index entries gives it.
import { indexEntry } from '../tables.ts';

/** One index entry of one release: its place, and the pointer to what it says. */
export interface IndexEntryRow {
  /** Place in the pre-order walk over all indexes of the release, from 0. */
  readonly position: number;
  /** Last position below it. */
  readonly subtreeEnd: number;
  /** Position of the line above; null for a main term. */
  readonly parent: number | null;
  readonly contentId: number;
  /** 0 for a main term. */
  readonly depth: number;
  /** Which index, in the words of the code system's definition. */
  readonly kind: string;
}

/** The columns of an IndexEntryRow for drizzle's select. */
export const indexEntryColumns = {
  position: indexEntry.position,
  subtreeEnd: indexEntry.subtreeEnd,
  parent: indexEntry.parent,
  contentId: indexEntry.contentId,
  depth: indexEntry.depth,
  kind: indexEntry.kind,
};

/** The same columns in SQL, for queries that drizzle cannot say; the table's alias is `e`. */
export const indexEntryColumnsSql = `e.position, e.subtree_end as "subtreeEnd", e.parent,
  e.content_id as "contentId", e.depth, e.kind`;
