// Which ways the published maps lead, for errors that say what there is.
import { codeSystemOf } from '@codeset/crosswalk';
import type { PublishedMap } from '@codeset/database/read';

/** A sentence: each map once, with the code systems that it leads from and to. */
export function publishedWays(published: readonly PublishedMap[]): string {
  const ways = new Set(
    published.map(
      (map) => `${map.conceptMap} (${codeSystemOf(map, 'source')} to ${codeSystemOf(map, 'target')})`,
    ),
  );
  return ways.size === 0
    ? 'None is; `codeset load` loads one.'
    : `Published: ${[...ways].sort().join(', ')}.`;
}
