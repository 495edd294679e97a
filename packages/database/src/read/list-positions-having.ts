// Which concepts of a release have certain properties, from all their sources.
import type { ReadDatabase } from './read-database.ts';

const text = `
  select r.position from codeset.release_concept r
  join codeset.concept_content c on c.id = r.content_id
  left join codeset.property_set s on s.id = r.property_set_id
  where r.release_id = $1 and c.properties || coalesce(s.properties, '[]'::jsonb) @> $2::jsonb
  order by r.position`;

/** Prepares: positions of the concepts that have all the properties, with these values; empty where none has. */
export function listPositionsHaving(
  database: ReadDatabase,
): (
  releaseId: number,
  properties: readonly { readonly code: string; readonly value: string | number | boolean }[],
) => Promise<number[]> {
  return async (releaseId, properties) => {
    const client = database.$client;
    const asked = properties.map(({ code, value }) => ({ code, value }));
    const rows = await client.unsafe<{ position: number }[]>(text, [releaseId, JSON.stringify(asked)], {
      prepare: true,
    });
    return rows.map(({ position }) => position);
  };
}
