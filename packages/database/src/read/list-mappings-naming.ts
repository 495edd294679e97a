// The mappings of a map's release that name given concepts on one side, by code or by key.
import type { MappingRow } from './list-mappings.ts';
import type { ReadDatabase } from './read-database.ts';

/** Which side of which release, and the concepts. */
export interface ConceptsNamed {
  readonly releaseId: number;
  readonly side: 'source' | 'target';
  /** In look-up form. */
  readonly forms: readonly string[];
  readonly keys: readonly string[];
}

/** A mapping with the look-up form of the code by which it was found; null for a concept without a code. */
export interface NamingMappingRow extends MappingRow {
  readonly form: string | null;
}

// Not by drizzle: its mapping of rows took a third of the time of translating a whole map.
const textOf = (code: string, key: string) => `
  select release_id as "releaseId", position, source_code as "sourceCode", source_key as "sourceKey",
    source_to as "sourceTo", source_below as "sourceBelow", source_with as "sourceWith", target_code as "targetCode",
    target_key as "targetKey", relationship, properties, place, codeset.look_up_form(${code}) as form
  from codeset.mapping
  where release_id = $1 and (codeset.look_up_form(${code}) = any ($2::text[]) or ${key} = any ($3::text[]))
  order by position`;

const texts = { source: textOf('source_code', 'source_key'), target: textOf('target_code', 'target_key') };

/** Prepares: the mappings whose source, or target, has one of the codes or keys, in the publisher's order. */
export function listMappingsNaming(
  database: ReadDatabase,
): (named: ConceptsNamed) => Promise<NamingMappingRow[]> {
  return async ({ releaseId, side, forms, keys }) => {
    const given = [releaseId, [...forms], [...keys]];
    return await database.$client.unsafe<NamingMappingRow[]>(texts[side], given, { prepare: true });
  };
}
