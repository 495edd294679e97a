// How many concepts that two releases share stand at another depth: their own move, or one above them.
import type { ReadDatabase } from './read-database.ts';

export interface RelevelledCounts {
  /** Concepts of both releases whose depth in the tree differs. */
  readonly depth: number;
  /** Concepts of both releases whose depth or display differs. */
  readonly depthOrDisplay: number;
}

const text = `
  select count(*) filter (where a.depth <> b.depth)::integer as depth,
    count(*) filter (where a.depth <> b.depth or x.display <> y.display)::integer as "depthOrDisplay"
  from (select * from codeset.release_concept where release_id = $1) a
  join (select * from codeset.release_concept where release_id = $2) b using (key)
  left join codeset.concept_content x on x.id = a.content_id and a.content_id <> b.content_id
  left join codeset.concept_content y on y.id = b.content_id and a.content_id <> b.content_id
  where a.depth <> b.depth or a.content_id <> b.content_id`;

/** Prepares: the counts from one release to another. */
export function countRelevelled(
  database: ReadDatabase,
): (fromId: number, toId: number) => Promise<RelevelledCounts> {
  return async (fromId, toId) => {
    const rows = await database.$client.unsafe<RelevelledCounts[]>(text, [fromId, toId], { prepare: true });
    return rows[0] ?? { depth: 0, depthOrDisplay: 0 };
  };
}
