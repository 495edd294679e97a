// The concepts in which two releases differ, by their lists alone: equal pointers mean equal concepts.
import type { ReadDatabase } from './read-database.ts';

/** What is compared. */
export interface ListsToCompare {
  readonly fromId: number;
  readonly toId: number;
  /** Whether both releases hold the groupings over codes, so that standing below none is known, too. */
  readonly compareRoots: boolean;
}

/** What two lists differ in. */
export interface ListDifferences {
  /** Places of the concepts that only the first release has, in no particular order. */
  readonly gone: readonly number[];
  /** Places of those that only the second one has. */
  readonly came: readonly number[];
  /** Those that both have. */
  readonly both: readonly DifferenceRow[];
  /** Whether notes of some of them are known in both releases, so that one can have moved from one to another. */
  readonly noted: boolean;
}

/** A concept that both releases have, by its place in either list. */
export interface DifferenceRow {
  readonly fromPosition: number;
  readonly toPosition: number;
  /** It stands under another parent. */
  readonly moved: boolean;
}

const moved = `case when $3::boolean then a.parent_key is distinct from b.parent_key
  else a.parent_key <> b.parent_key end`;

// A part that one release came without is null there: `<>` is then null, and the concept is not told apart by it.
// Gathered into one text, because for a list of rows the planner keeps from working in parallel: it takes twice as long.
const text = `
  select json_build_object(
      'gone', coalesce(array_agg(a.position) filter (where b.position is null), '{}'),
      'came', coalesce(array_agg(b.position) filter (where a.position is null), '{}'),
      'from', coalesce(array_agg(a.position) filter (where a.position is not null and b.position is not null), '{}'),
      'to', coalesce(array_agg(b.position) filter (where a.position is not null and b.position is not null), '{}'),
      'moved', coalesce(array_agg(coalesce(${moved}, false))
        filter (where a.position is not null and b.position is not null), '{}'),
      'noted', coalesce(bool_or(a.note_set_id is not null) and bool_or(b.note_set_id is not null), false)
    )::text as columns
  from (select * from codeset.release_concept where release_id = $1) a
  full join (select * from codeset.release_concept where release_id = $2) b using (key)
  where a.position is null or b.position is null or ${moved} or a.content_id <> b.content_id
    or a.note_set_id <> b.note_set_id or a.property_set_id <> b.property_set_id
    or a.designation_set_id <> b.designation_set_id or a.code is distinct from b.code`;

interface Columns {
  readonly gone: readonly number[];
  readonly came: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly moved: readonly boolean[];
  readonly noted: boolean;
}

/** Prepares: the concepts that differ. Parts that one of the releases came without are not compared. */
export function listDifferences(database: ReadDatabase): (lists: ListsToCompare) => Promise<ListDifferences> {
  return async ({ fromId, toId, compareRoots }) => {
    const given = [fromId, toId, compareRoots];
    const [found] = await database.$client.unsafe<{ columns: string }[]>(text, given, { prepare: true });
    const { gone, came, noted, ...columns } = JSON.parse(found?.columns ?? '') as Columns;
    const both = columns.from.map((fromPosition, i) => ({
      fromPosition,
      toPosition: columns.to[i] ?? 0,
      moved: columns.moved[i] === true,
    }));
    return { gone, came, both, noted };
  };
}
