// The diffs that a process has made: true for ever, so they are kept.
import { compareReleases, type ReleaseDiff, type ReleasesToCompare } from '@codeset/comparison';
import type { Reader } from '@codeset/database/read';
import type { MadeThings } from './made-once.ts';

/** Gives the diff of two releases, making it where it is not kept. */
export type ReleaseDiffs = (asked: ReleasesToCompare) => Promise<ReleaseDiff>;

/** By estimate, of one change: its two lines, headlines, and what holds them together. */
const bytesOfChange = 1_500;

/** Diffs over a reader that no request owns. */
export function releaseDiffs(reader: Reader, things: MadeThings): ReleaseDiffs {
  const diffs = things.of<ReleaseDiff>('diff', ({ changes }) => 10_000 + changes.length * bytesOfChange);
  return (asked) => diffs(nameOf(asked), () => compareReleases(reader, asked));
}

/** What came back depends on the releases before as well: a diff is one of two releases among those that are held. */
function nameOf({ from, to, held }: ReleasesToCompare): string {
  return `${from.id} ${to.id} ${held.map(({ id }) => id).join(',')}`;
}
