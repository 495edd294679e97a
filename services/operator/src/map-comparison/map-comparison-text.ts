// What changed in a map as a person reads it in a terminal: totals.
import type { MapChangeKind } from '@codeset/crosswalk';
import { tableText } from '../table-text.ts';
import { type MapComparison, tallyKinds } from './read-map-comparison.ts';

const meanings: Readonly<Record<MapChangeKind, string>> = {
  sourceAdded: 'the map speaks of it now',
  sourceRemoved: 'the map no longer speaks of it',
  targetAdded: 'leads to something that it did not lead to, or now to none',
  targetRemoved: 'no longer leads to something, or no longer to none',
  changed: 'something else is said of the same target',
  reordered: 'the same targets in another order',
};

/** Releases, sources by kind of change. */
export function mapComparisonText({ from, to, mappings, changes }: MapComparison): string {
  const title = `${to.conceptMap} from ${from.version}, ${mappings.from} mappings, to ${to.version}, ${mappings.to} mappings`;
  if (changes.length === 0) return `${title}\n\nNothing changed.`;
  return [
    title,
    tableText([
      ['', 'sources', ''],
      ...tallyKinds(changes).map(({ kind, sources }) => [kind, String(sources), meanings[kind]]),
      ['in all', String(changes.length), 'sources of which something changed'],
    ]),
    'Every mapping that changed: --format csv, ndjson, parquet, or --json.',
  ].join('\n\n');
}
