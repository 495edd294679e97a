// What came of translating a list, one row for each mapping: the columns of CSV and Parquet, and lines of ndjson.
import { keyAndCodeOf, sideTo } from '@codeset/crosswalk';
import type { MappingRow } from '@codeset/database/read';
import {
  choiceListProperty,
  type PropertyValue,
  reversedRelationship,
  scenarioProperty,
} from '@codeset/terminology';
import type { CodeByMap, ListByMap } from './read-translated.ts';

/** The columns in their order; null where there is nothing to tell. */
export const translatedColumns = [
  { name: 'given', type: 'STRING' },
  { name: 'code', type: 'STRING' },
  { name: 'count', type: 'INT64' },
  { name: 'outcome', type: 'STRING' },
  { name: 'scenario', type: 'INT32' },
  { name: 'choice_list', type: 'INT32' },
  { name: 'target_code', type: 'STRING' },
  { name: 'target_key', type: 'STRING' },
  { name: 'target_title', type: 'STRING' },
  { name: 'relationship', type: 'STRING' },
  { name: 'flags', type: 'STRING' },
  { name: 'place', type: 'STRING' },
  { name: 'doubt', type: 'STRING' },
  { name: 'map', type: 'STRING' },
  { name: 'map_version', type: 'STRING' },
  { name: 'reverse', type: 'BOOLEAN' },
  { name: 'sample', type: 'BOOLEAN' },
] as const;

/** A row under the names of the columns. */
export type TranslatedRow = ReturnType<typeof rowOf>;

/** The rows of a map: one for each mapping, and one for a code that it leads nowhere. */
export function* translatedRows(by: ListByMap): Generator<TranslatedRow> {
  for (const code of by.codes) {
    if (code.mappings.length === 0) yield rowOf(by, code, null);
    for (const mapping of code.mappings) yield rowOf(by, code, mapping);
  }
}

function rowOf({ map, reverse, titleOf }: ListByMap, code: CodeByMap, mapping: MappingRow | null) {
  const target = mapping && keyAndCodeOf(mapping, sideTo(reverse));
  const properties = mapping?.properties ?? [];
  return {
    given: code.given.code,
    code: code.status === 'UNKNOWN_CODE' ? null : code.code,
    count: code.given.count,
    outcome: code.outcome,
    scenario: numberOf(properties, scenarioProperty),
    choice_list: numberOf(properties, choiceListProperty),
    target_code: target?.code ?? null,
    target_key: target?.key ?? null,
    target_title: mapping && titleOf(mapping),
    relationship: mapping && (reverse ? reversedRelationship(mapping.relationship) : mapping.relationship),
    flags: flagsOf(properties),
    place: mapping?.place ?? null,
    doubt: code.doubt,
    map: map.conceptMap,
    map_version: map.version,
    reverse,
    sample: map.sample,
  };
}

function numberOf(properties: readonly PropertyValue[], code: string): number | null {
  const value = properties.find((property) => property.code === code)?.value;
  return typeof value === 'number' ? value : null;
}

/** All that the publisher states with a mapping: `approximate=true; flags=10000`. */
function flagsOf(properties: readonly PropertyValue[]): string | null {
  return properties.map(({ code, value }) => `${code}=${value}`).join('; ') || null;
}
