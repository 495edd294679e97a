// Which alphabetic indexes and tables releases came with.
import type { ReadDatabase } from './read-database.ts';

/** An index that a release came with. */
export interface IndexKindRow {
  readonly releaseId: number;
  /** One of the code system's `indexKinds`. */
  readonly kind: string;
}

// A file of an index leaves its heading, even where it has no entries; every entry stands under a main term.
const text = `
  select r.id as "releaseId", h.heading ->> 'kind' as kind
  from codeset.release r cross join lateral jsonb_array_elements(r.front_matter -> 'indexes') h (heading)
  where r.id = any($1::integer[])
  union
  select e.release_id, e.kind from codeset.index_entry e where e.release_id = any($1::integer[]) and e.parent is null
  order by 1, 2`;

/** Prepares: the indexes of each of the releases, each once; a release without any gives no row. */
export function listIndexKinds(
  database: ReadDatabase,
): (releaseIds: readonly number[]) => Promise<IndexKindRow[]> {
  return async (releaseIds) =>
    await database.$client.unsafe<IndexKindRow[]>(text, [[...releaseIds]], { prepare: true });
}
