// Lines of an index that stand elsewhere: gone from one path and new on another, word for word, with no other like them.
import { setImmediate as others } from 'node:timers/promises';
import type { IndexContents } from './index-contents.ts';
import type { IndexPairs, LinePair, TwoOutlines } from './index-line-pairs.ts';
import type { IndexOutline } from './index-outline.ts';

/**
 * A line moved where the same content is gone once and came once, and leads somewhere: `with` alone says nothing, and
 * of two lines `specified NEC`, `J98.8` nobody can tell which is which. All 59 from 2017 to 2023 were moves to the eye.
 */
export async function findMovedLines(
  { from, to }: TwoOutlines,
  { toOf, fromOf }: IndexPairs,
  contents: IndexContents,
): Promise<LinePair[]> {
  const gone = unpairedOnce(from, toOf);
  await others();
  const came = unpairedOnce(to, fromOf);
  const same = [...gone].filter(([contentId]) => came.has(contentId));
  await contents.read(same.map(([contentId]) => contentId));
  return same.flatMap(([contentId, line]): LinePair[] => {
    const other = came.get(contentId);
    const leads = contents.of(contentId).references.length > 0;
    return other !== undefined && leads ? [[line, other]] : [];
  });
}

/** The lines without a pair, by content; contents that several of them have are left out. */
function unpairedOnce({ size, contentIds }: IndexOutline, pairOf: Int32Array): Map<number, number> {
  const lines = new Map<number, number>();
  const several = new Set<number>();
  for (let line = 0; line < size; line += 1) {
    if (pairOf[line] !== -1) continue;
    const contentId = contentIds[line] ?? 0;
    if (lines.has(contentId)) several.add(contentId);
    lines.set(contentId, line);
  }
  for (const contentId of several) lines.delete(contentId);
  return lines;
}
