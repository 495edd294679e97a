// The diffs of maps' releases that a process has made: true for ever, so they are kept.
import { compareMapReleases, type MapDiff } from '@codeset/crosswalk';
import type { PublishedMap, Reader } from '@codeset/database/read';
import type { MadeThings } from './made-once.ts';

/** Gives the diff of two releases of a map, making it where it is not kept. */
export type MapDiffs = (from: PublishedMap, to: PublishedMap) => Promise<MapDiff>;

/** By estimate, of one mapping that came, went or changed. */
const bytesOfMapping = 1_000;

/** Diffs over a reader that no request owns. */
export function mapDiffs(reader: Reader, things: MadeThings): MapDiffs {
  const diffs = things.of<MapDiff>('map diff', ({ changes }) =>
    changes.reduce(
      (bytes, { added, removed, changed }) =>
        bytes + 200 + (added.length + removed.length + 2 * changed.length) * bytesOfMapping,
      10_000,
    ),
  );
  return (from, to) => diffs(`${from.id} ${to.id}`, () => compareMapReleases(reader, from, to));
}
