// The lines of one index in two releases, paired: which line of the first is which of the second.
import type { IndexOutline } from './index-outline.ts';

/** One index in two releases. */
export interface TwoOutlines {
  readonly from: IndexOutline;
  readonly to: IndexOutline;
}

/** A line of the first release, and the one of the second that it is. */
export type LinePair = readonly [from: number, to: number];

/** Which line is which. */
export interface IndexPairs {
  /** By line of the first release: its line in the second; -1 where it is gone. */
  readonly toOf: Int32Array;
  /** By line of the second release: its line in the first; -1 where it is new. */
  readonly fromOf: Int32Array;
  /** By line of the second release: 1 where it stands on another path. */
  readonly moved: Uint8Array;
}

/** No line is paired yet. */
export function noPairs({ from, to }: TwoOutlines): IndexPairs {
  return {
    toOf: new Int32Array(from.size).fill(-1),
    fromOf: new Int32Array(to.size).fill(-1),
    moved: new Uint8Array(to.size),
  };
}

/** Pairs two lines; `elsewhere` where they stand on different paths. */
export function pairLines({ toOf, fromOf, moved }: IndexPairs, [x, y]: LinePair, elsewhere: boolean): void {
  toOf[x] = y;
  fromOf[y] = x;
  if (elsewhere) moved[y] = 1;
}
