// The concepts above given ones, up to the roots.
import { type ConceptRow, conceptColumnsSql } from './concept-row.ts';
import type { ReadDatabase } from './read-database.ts';

// Raw SQL: drizzle has no recursive queries. `union` gives an ancestor that several concepts share once.
const text = `
  with recursive up as (
    select c.* from codeset.release_concept c where c.release_id = $1 and c.position = any($2::integer[])
    union
    select p.* from up join codeset.release_concept p on p.release_id = $1 and p.position = up.parent
  )
  select ${conceptColumnsSql} from up c order by c.position`;

/**
 * Prepares: the concepts at the given positions and everything above them, each once, in tabular order; following
 * `parent` from a concept leads to its root.
 */
export function listAncestors(
  database: ReadDatabase,
): (releaseId: number, positions: readonly number[]) => Promise<ConceptRow[]> {
  return async (releaseId, positions) =>
    await database.$client.unsafe<ConceptRow[]>(text, [releaseId, [...positions]], { prepare: true });
}
