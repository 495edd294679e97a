// Which line of an index is which of its other release: by the path of terms, from the main terms down.
import { setImmediate as others } from 'node:timers/promises';
import type { IndexContents } from './index-contents.ts';
import { type IndexPairs, type LinePair, noPairs, pairLines, type TwoOutlines } from './index-line-pairs.ts';
import { findMovedLines } from './index-moves.ts';
import { type IndexOutline, linesUnder } from './index-outline.ts';
import { termForms } from './index-term-forms.ts';

/** Pairs compared at once, before others have their turn in the process. */
const slice = 1_000;

/**
 * Pairs lines on the same path of terms. Under one line those that say the same are paired first, then those
 * with one term, several of them in their order. Then lines that stand elsewhere are paired, with what is below them.
 * Contents are read only where two lists of lines differ.
 */
export async function pairIndexLines(outlines: TwoOutlines, contents: IndexContents): Promise<IndexPairs> {
  const pairs = noPairs(outlines);
  await pairBelow(outlines, pairs, [[-1, -1]], contents);
  const moves = await findMovedLines(outlines, pairs, contents);
  for (const move of moves) pairLines(pairs, move, true);
  await pairBelow(outlines, pairs, moves, contents);
  return pairs;
}

/** Pairs what is below the pairs, level by level; below a line that moved everything has moved. */
async function pairBelow(
  outlines: TwoOutlines,
  pairs: IndexPairs,
  above: readonly LinePair[],
  contents: IndexContents,
): Promise<void> {
  for (let level = above; level.length > 0; ) {
    const next: LinePair[] = [];
    for (let start = 0; start < level.length; start += slice) {
      const found = await pairUnder(outlines, pairs, level.slice(start, start + slice), contents);
      for (const pair of found) next.push(pair);
      await others();
    }
    level = next;
  }
}

/** Lines under a pair that are not paired yet, on either side. */
interface Siblings {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly moved: boolean;
}

async function pairUnder(
  { from, to }: TwoOutlines,
  pairs: IndexPairs,
  above: readonly LinePair[],
  contents: IndexContents,
): Promise<LinePair[]> {
  const [fromId, toId] = [idIn(from), idIn(to)];
  const found: LinePair[] = [];
  const pair = (lines: LinePair, moved: boolean) => {
    pairLines(pairs, lines, moved);
    found.push(lines);
  };
  let left: Siblings[] = [];
  for (const [x, y] of above) {
    const siblings = {
      from: linesUnder(from, x).filter((line) => pairs.toOf[line] === -1),
      to: linesUnder(to, y).filter((line) => pairs.fromOf[line] === -1),
      moved: pairs.moved[y] === 1,
    };
    const rest = pairSiblings(siblings, fromId, toId, pair);
    if (rest.from.length > 0 && rest.to.length > 0) left.push(rest);
  }
  await contents.read(left.flatMap((siblings) => [...siblings.from.map(fromId), ...siblings.to.map(toId)]));
  for (const form of termForms) {
    const termIn = (idOf: (line: number) => number) => (line: number) => form(contents.of(idOf(line)));
    left = left.map((siblings) => pairSiblings(siblings, termIn(fromId), termIn(toId), pair));
  }
  return found;
}

/** Pairs those with the same key, in their order, and gives the others. */
function pairSiblings<Key>(
  { from, to, moved }: Siblings,
  keyOfFrom: (line: number) => Key,
  keyOfTo: (line: number) => Key,
  pair: (lines: LinePair, moved: boolean) => void,
): Siblings {
  const waiting = new Map<Key, number[]>();
  for (const line of to) {
    const key = keyOfTo(line);
    const same = waiting.get(key);
    if (same) same.push(line);
    else waiting.set(key, [line]);
  }
  const gone: number[] = [];
  for (const line of from) {
    const other = waiting.get(keyOfFrom(line))?.shift();
    if (other === undefined) gone.push(line);
    else pair([line, other], moved);
  }
  return { from: gone, to: [...waiting.values()].flat(), moved };
}

function idIn({ contentIds }: IndexOutline): (line: number) => number {
  return (line) => contentIds[line] ?? 0;
}
