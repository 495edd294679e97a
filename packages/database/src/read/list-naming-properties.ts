// Properties of ended codes that name other codes, such as the cross-references of HCPCS.
import type { PlainDate } from '@codeset/terminology';
import type { ReadDatabase } from './read-database.ts';

/** A code that was given a last day, with a code that one of its properties names. */
export interface NamingPropertyRow {
  readonly releaseId: number;
  readonly code: string;
  /** The last day of the code. */
  readonly effectiveTo: PlainDate;
  /** Code of the property. */
  readonly property: string;
  readonly value: string;
}

const text = `
  select c.release_id as "releaseId", c.code, t.effective_to::text as "effectiveTo",
    p ->> 'code' as property, p ->> 'value' as value
  from codeset.release_concept c
  join codeset.concept_content t on t.id = c.content_id
  cross join lateral jsonb_array_elements(t.properties) p
  where c.release_id = any ($1::integer[]) and c.code is not null and t.effective_to is not null
    and p ->> 'code' = any ($2::text[])
  order by c.release_id, c.position`;

/** Prepares: what the properties of those codes name on ended codes of the releases. */
export function listNamingProperties(
  database: ReadDatabase,
): (releaseIds: readonly number[], properties: readonly string[]) => Promise<NamingPropertyRow[]> {
  return async (releaseIds, properties) =>
    await database.$client.unsafe<NamingPropertyRow[]>(text, [[...releaseIds], [...properties]], {
      prepare: true,
    });
}
