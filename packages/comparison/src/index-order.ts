// The order of an index diff: the second release's, with what is gone where it stood.
import { setImmediate as others } from 'node:timers/promises';
import type { IndexPairs, LinePair, TwoOutlines } from './index-line-pairs.ts';
import { linesUnder } from './index-outline.ts';

/** Lines looked at before others have their turn in the process. */
const turn = 10_000;

/**
 * The lines that differ, in order: a pair where both releases have the line, -1 for the side that has not. What is gone
 * stands after the last of the siblings before it that is still there, or directly under the line above it.
 */
export async function differingLines(outlines: TwoOutlines, pairs: IndexPairs): Promise<LinePair[]> {
  const { to } = outlines;
  const gone = await goneBefore(outlines, pairs);
  const differing: LinePair[] = [];
  for (let y = 0; y <= to.size; y += 1) {
    if (y % turn === turn - 1) await others();
    for (const x of gone.get(y) ?? []) differing.push([x, -1]);
    if (y < to.size && differs(outlines, pairs, y)) differing.push([pairs.fromOf[y] ?? -1, y]);
  }
  return differing;
}

/** Equal contents on one path are equal entries. */
function differs({ from, to }: TwoOutlines, { fromOf, moved }: IndexPairs, y: number): boolean {
  const x = fromOf[y] ?? -1;
  return x < 0 || from.contentIds[x] !== to.contentIds[y] || moved[y] === 1;
}

/** The lines that are gone, in their order, by the line of the second release that they stood before. */
async function goneBefore(outlines: TwoOutlines, pairs: IndexPairs): Promise<Map<number, number[]>> {
  const { from, to } = outlines;
  const before = new Int32Array(from.size).fill(-1);
  const places = new Map<number, number[]>();
  for (let x = 0; x < from.size; x += 1) {
    if (x % turn === turn - 1) await others();
    if (pairs.toOf[x] !== -1) continue;
    const above = from.parents[x] ?? -1;
    const other = above < 0 ? -1 : (pairs.toOf[above] ?? -1);
    // Below a line that is gone as well it stands where that one does.
    if (above >= 0 && other < 0) before[x] = before[above] ?? to.size;
    else if (before[x] === -1) placeSiblings(outlines, pairs, [above, other], before);
    const place = before[x] ?? to.size;
    const lines = places.get(place);
    if (lines) lines.push(x);
    else places.set(place, [x]);
  }
  return places;
}

/** Tells of the lines that are gone under a pair which line they stood before. */
function placeSiblings(
  { from, to }: TwoOutlines,
  pairs: IndexPairs,
  [above, other]: LinePair,
  before: Int32Array,
): void {
  let next = other + 1;
  for (const x of linesUnder(from, above)) {
    const y = pairs.toOf[x] ?? -1;
    if (y === -1) before[x] = next;
    else if (to.parents[y] === other) next = (to.ends[y] ?? y) + 1;
  }
}
