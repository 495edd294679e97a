// The mappings of those sources of a map of which two of its releases do not say the same.
import type { MappingRow } from './list-mappings.ts';
import type { ReadDatabase } from './read-database.ts';

/** Which releases, and the properties that name the release itself, so that they are not compared. */
export interface MapReleasesToCompare {
  readonly from: number;
  readonly to: number;
  readonly ofRelease: readonly string[];
}

// A source goes by its key, else by its code in whatever form; what has none by its target, as in `compareMaps`. Not by
// drizzle: releases that say everything anew give a hundred thousand rows. Properties are taken apart only where some
// are left out: for the largest map, 160,000 mappings, that takes a second of the two.
const text = `
  with named as materialized (
    select release_id, position, source_code, source_key, source_to, source_below, source_with, target_code, target_key,
      relationship, properties, place,
      coalesce('key ' || source_key, 'code ' || codeset.look_up_form(source_code),
        'none before ' || coalesce(target_key, codeset.look_up_form(target_code))) as name
    from codeset.mapping where release_id in ($1, $2)
  ), said as (
    select name, release_id, md5(string_agg(jsonb_build_array(source_to, source_below, source_with, target_code,
      target_key, relationship, case when cardinality($3::text[]) = 0 then properties else jsonb_path_query_array(
        properties, '$[*] ? (!(@.code == $codes[*]))', jsonb_build_object('codes', to_jsonb($3::text[]))) end)::text,
      ',' order by position)) as said
    from named group by name, release_id
  ), differing as (
    select name from said group by name having count(*) = 1 or count(distinct said) > 1
  )
  select release_id as "releaseId", position, source_code as "sourceCode", source_key as "sourceKey",
    source_to as "sourceTo", source_below as "sourceBelow", source_with as "sourceWith", target_code as "targetCode",
    target_key as "targetKey", relationship, properties, place
  from named join differing using (name)
  order by release_id, position`;

/** Prepares: all mappings of these sources in either release, release by release, in the publisher's order. */
export function listDifferingMappings(
  database: ReadDatabase,
): (releases: MapReleasesToCompare) => Promise<MappingRow[]> {
  return async ({ from, to, ofRelease }) => {
    if (from === to) return [];
    return await database.$client.unsafe<MappingRow[]>(text, [from, to, [...ofRelease]], { prepare: true });
  };
}
