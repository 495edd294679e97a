// The concepts in which two releases differ, by their lists alone: equal pointers mean equal concepts.
import type { ReadDatabase } from './read-database.ts';

/** What is compared. */
export interface ListsToCompare {
  readonly fromId: number;
  readonly toId: number;
  /** Whether both releases hold the groupings over codes, so that standing below none is known, too. */
  readonly compareRoots: boolean;
}

/** A concept that differs, by its place in either list. */
export interface DifferenceRow {
  /** Null when the release has no such concept. */
  readonly fromPosition: number | null;
  readonly toPosition: number | null;
  /** It stands under another parent; false for a concept that is in one of them only. */
  readonly moved: boolean;
}

const moved = `case when $3::boolean then a.parent_key is distinct from b.parent_key
  else a.parent_key <> b.parent_key end`;

// A part that one release came without is null there: `<>` is then null, and the concept is not told apart by it.
// Gathered into arrays, because for a list of rows the planner keeps from working in parallel: it takes twice as long.
const text = `
  select coalesce(array_agg(coalesce(a.position, -1)), '{}') as "from",
    coalesce(array_agg(coalesce(b.position, -1)), '{}') as "to",
    coalesce(array_agg(a.position is not null and b.position is not null and coalesce(${moved}, false)), '{}') as moved
  from (select * from codeset.release_concept where release_id = $1) a
  full join (select * from codeset.release_concept where release_id = $2) b using (key)
  where a.position is null or b.position is null or ${moved} or a.content_id <> b.content_id
    or a.note_set_id <> b.note_set_id or a.property_set_id <> b.property_set_id
    or a.designation_set_id <> b.designation_set_id or a.code is distinct from b.code`;

interface Arrays {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly moved: readonly boolean[];
}

/**
 * Prepares: the concepts that differ, in no particular order. Parts that one of the releases came without are not
 * compared.
 */
export function listDifferences(database: ReadDatabase): (lists: ListsToCompare) => Promise<DifferenceRow[]> {
  const place = (position: number | undefined) => (position === undefined || position < 0 ? null : position);
  return async ({ fromId, toId, compareRoots }) => {
    const [arrays] = await database.$client.unsafe<Arrays[]>(text, [fromId, toId, compareRoots], {
      prepare: true,
    });
    return (arrays?.from ?? []).map((position, i) => ({
      fromPosition: place(position),
      toPosition: place(arrays?.to[i]),
      moved: arrays?.moved[i] === true,
    }));
  };
}
