// The index entries above given ones, up to their main terms.
import { type IndexEntryRow, indexEntryColumnsSql } from './index-entry-row.ts';
import type { ReadDatabase } from './read-database.ts';

// Raw SQL: drizzle has no recursive queries. `union` gives a line that several entries share once.
const text = `
  with recursive up as (
    select e.* from codeset.index_entry e where e.release_id = $1 and e.position = any($2::integer[])
    union
    select p.* from up join codeset.index_entry p on p.release_id = $1 and p.position = up.parent
  )
  select ${indexEntryColumnsSql} from up e order by e.position`;

/** Prepares: the entries at the given positions and all lines above them, each once, in the publisher's order. */
export function listIndexAncestors(
  database: ReadDatabase,
): (releaseId: number, positions: readonly number[]) => Promise<IndexEntryRow[]> {
  return async (releaseId, positions) =>
    await database.$client.unsafe<IndexEntryRow[]>(text, [releaseId, [...positions]], { prepare: true });
}
