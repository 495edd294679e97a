// What changed in a map as a person reads it in a terminal: totals.
import type { ReleaseRow } from '@codeset/database/load';
import { mapChangeMeanings, tallyMapChanges } from '@codeset/terminology';
import { tableText } from '../table-text.ts';
import type { MapComparison } from './read-map-comparison.ts';

/** Releases, sources by kind of change. */
export function mapComparisonText({ definition, from, to, mappings, changes }: MapComparison): string {
  const title = `${definition.id} from ${labelOf(from)}, ${mappings.from} mappings, to ${labelOf(to)}, ${mappings.to} mappings`;
  if (changes.length === 0) return `${title}\n\nNothing changed.`;
  return [
    title,
    tableText([
      ['', 'sources', ''],
      ...tallyMapChanges(changes).map(({ kind, sources }) => [
        kind,
        String(sources),
        mapChangeMeanings[kind],
      ]),
      ['in all', String(changes.length), 'sources of which something changed'],
    ]),
    'Every mapping that changed: --format csv, ndjson, parquet, or --json.',
  ].join('\n\n');
}

/** The version, with its status where readers do not see it. */
function labelOf({ version, status }: ReleaseRow): string {
  return status === 'published' ? version : `${version} (${status})`;
}
