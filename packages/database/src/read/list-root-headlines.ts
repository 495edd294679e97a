// The roots of a release's tree with what names them: chapters, where it has any.
import type { ReadDatabase } from './read-database.ts';

/** A concept without a parent. */
export interface RootRow {
  readonly position: number;
  readonly subtreeEnd: number;
  readonly key: string;
  readonly code: string | null;
  readonly kind: string;
  readonly display: string;
}

// The offset keeps the planner from reading all contents there are for the few that are of another kind: 6 ms, not 38.
const text = `
  select c.position, c.subtree_end as "subtreeEnd", c.key, c.code, t.kind, t.display
  from codeset.release_concept c,
    lateral (select kind, display from codeset.concept_content where id = c.content_id offset 0) t
  where c.release_id = $1 and c.parent is null and t.kind <> all ($2::text[])
  order by c.position`;

/** Prepares: the roots of the release but those of the given kinds, in tabular order. */
export function listRootHeadlines(
  database: ReadDatabase,
): (releaseId: number, kindsLeftOut: readonly string[]) => Promise<RootRow[]> {
  return async (releaseId, kindsLeftOut) =>
    await database.$client.unsafe<RootRow[]>(text, [releaseId, [...kindsLeftOut]], { prepare: true });
}
