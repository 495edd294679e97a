// The index diffs that a process has made: true for ever, so they are kept; made one at a time, to bound the memory.
import { compareIndexes, type IndexDiff, type IndexesToCompare } from '@codeset/comparison';
import type { Reader } from '@codeset/database/read';
import type { MadeThings } from './made-once.ts';

/** Gives the diff of one index of two releases, making it where it is not kept. */
export type IndexDiffs = (asked: IndexesToCompare) => Promise<IndexDiff>;

/** By estimate, of one change: its two lines, their contents and paths. */
const bytesOfChange = 2_000;

/** Diffs over a reader that no request owns. */
export function indexDiffs(reader: Reader, things: MadeThings): IndexDiffs {
  const diffs = things.of<IndexDiff>('index diff', ({ changes }) => 1_000 + changes.length * bytesOfChange);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (asked: IndexesToCompare) => {
    const making = last.then(() => compareIndexes(reader, asked));
    last = making.catch(() => undefined); // whoever asked for it is told; the next one begins all the same
    return making;
  };
  return ({ fromId, toId, kind }) => diffs(`${fromId} ${toId} ${kind}`, () => inTurn({ fromId, toId, kind }));
}
