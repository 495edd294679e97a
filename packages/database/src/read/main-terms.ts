// What both questions about main terms share: which ones are meant, in SQL.
import { indexEntryColumnsSql } from './index-entry-row.ts';

/** Which main terms are meant. */
export interface MainTermFilter {
  /** Which index; null for all of them. */
  readonly kind: string | null;
  /** How the term begins, in any case; empty for all. */
  readonly prefix: string;
}

/** Main terms of release $1, of index $2 or of all when it is null. */
export const anyMainTerm = `
  select ${indexEntryColumnsSql}
  from codeset.index_entry e
  where e.release_id = $1 and e.parent is null and ($2::text is null or e.kind = $2)`;

/**
 * The same, of terms that begin with $3. The prefix is a range over bytes, up to the prefix with the highest
 * character there is: unlike `like`, it uses the index also when the plan is made before the prefix is known.
 * `offset 0` holds the planner to this order, which is five times faster than the one it chooses then.
 */
export const mainTermByPrefix = `
  select e.*
  from (
    select c.id
    from codeset.index_content c
    where c.letter is not null
      and lower(c.term) ~>=~ lower($3::text) and lower(c.term) ~<~ (lower($3::text) || chr(1114111))
    offset 0
  ) c
  cross join lateral (${anyMainTerm} and e.content_id = c.id offset 0) e`;
