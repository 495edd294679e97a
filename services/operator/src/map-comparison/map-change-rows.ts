// What changed in a map, one row for each mapping: the columns of CSV and Parquet, and lines of ndjson.
import type { MapChange, Mapping } from '@codeset/terminology';
import type { MapComparison } from './read-map-comparison.ts';

/** The columns in their order; null where there is nothing to tell. */
export const mapChangeColumns = [
  { name: 'source_code', type: 'STRING' },
  { name: 'source_key', type: 'STRING' },
  { name: 'kinds', type: 'STRING' },
  { name: 'change', type: 'STRING' },
  { name: 'target_code', type: 'STRING' },
  { name: 'target_key', type: 'STRING' },
  { name: 'target_code_before', type: 'STRING' },
  { name: 'relationship', type: 'STRING' },
  { name: 'relationship_before', type: 'STRING' },
  { name: 'properties', type: 'STRING' },
  { name: 'properties_before', type: 'STRING' },
  { name: 'place', type: 'STRING' },
  { name: 'place_before', type: 'STRING' },
  { name: 'map', type: 'STRING' },
  { name: 'from_version', type: 'STRING' },
  { name: 'to_version', type: 'STRING' },
  { name: 'sample', type: 'BOOLEAN' },
] as const;

/** A row under the names of the columns. */
export type MapChangeRow = ReturnType<typeof rowOf>;

/** `added`, `removed` and `changed` mappings; a source whose targets are only in another order has one row, `order`. */
export function* mapChangeRows(comparison: MapComparison): Generator<MapChangeRow> {
  for (const change of comparison.changes) {
    const { added, removed, changed } = change;
    for (const before of removed) yield rowOf(comparison, change, 'removed', before, null);
    for (const { before, after } of changed) yield rowOf(comparison, change, 'changed', before, after);
    for (const after of added) yield rowOf(comparison, change, 'added', null, after);
    if (removed.length + changed.length + added.length === 0)
      yield rowOf(comparison, change, 'order', null, null);
  }
}

function rowOf(
  { definition, from, to }: MapComparison,
  { sourceCode, sourceKey, kinds }: MapChange,
  change: 'added' | 'removed' | 'changed' | 'order',
  before: Mapping | null,
  after: Mapping | null,
) {
  const target = after ?? before;
  return {
    source_code: sourceCode,
    source_key: sourceKey,
    kinds: kinds.join(' '),
    change,
    target_code: target?.targetCode ?? null,
    target_key: target?.targetKey ?? null,
    target_code_before: before?.targetCode ?? null,
    relationship: after?.relationship ?? null,
    relationship_before: before?.relationship ?? null,
    properties: propertiesOf(after),
    properties_before: propertiesOf(before),
    place: after?.place ?? null,
    place_before: before?.place ?? null,
    map: definition.id,
    from_version: from.version,
    to_version: to.version,
    sample: from.sample || to.sample,
  };
}

function propertiesOf(mapping: Mapping | null): string | null {
  return mapping?.properties.map(({ code, value }) => `${code}=${value}`).join('; ') || null;
}
