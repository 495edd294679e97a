// All texts of a release's concepts, page by page: what a search reads once, and no more than it needs.
import type { ReadDatabase } from './read-database.ts';

/** A concept with its texts. */
export interface ConceptTextsRow {
  readonly position: number;
  readonly subtreeEnd: number;
  /** Null for a concept without one. */
  readonly code: string | null;
  readonly kind: string;
  readonly selectable: boolean;
  readonly display: string;
  /** Further texts of the same source, in their order. */
  readonly designations: readonly string[];
  /** The title of the tabular list where it differs; null otherwise. */
  readonly tabularTitle: string | null;
  /** Texts of translations, in their order; null where there are none. */
  readonly translations: readonly string[] | null;
  /** Kinds and texts of its notes, in their order, both of one length; null where there are none. */
  readonly noteKinds: readonly string[] | null;
  readonly notes: readonly string[] | null;
}

const text = `
  select r.position, r.subtree_end as "subtreeEnd", r.code, c.kind, c.selectable, c.display,
    jsonb_path_query_array(c.designations, '$[*].value') as designations,
    n.content ->> 'title' as "tabularTitle",
    jsonb_path_query_array(t.designations, '$[*].value') as translations,
    jsonb_path_query_array(n.content, '$.notes[*].kind') as "noteKinds",
    jsonb_path_query_array(n.content, '$.notes[*].text') as notes
  from (
    select position, subtree_end, code, content_id, note_set_id, designation_set_id from codeset.release_concept
    where release_id = $1 and position > $2::integer order by position limit $3::integer
  ) r
  join codeset.concept_content c on c.id = r.content_id
  left join codeset.note_set n on n.id = r.note_set_id
  left join codeset.designation_set t on t.id = r.designation_set_id
  order by r.position`;

/** Prepares: one page in tabular order, from the position after `after`; empty where nothing follows. */
export function listReleaseTexts(
  database: ReadDatabase,
): (releaseId: number, after: number | null, limit: number) => Promise<ConceptTextsRow[]> {
  return async (releaseId, after, limit) =>
    await database.$client.unsafe<ConceptTextsRow[]>(text, [releaseId, after ?? -1, limit], {
      prepare: true,
    });
}
