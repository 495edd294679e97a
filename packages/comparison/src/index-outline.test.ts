// An outline is the same in how many pages ever it was read.
import { layOut } from '@codeset/terminology';
import { expect, test } from 'vitest';
import { indexOutline, linesDownTo, linesUnder, rowOfLine } from './index-outline.ts';

/** Lines of depth 0, 1, 2, 2, 1, 0, 1, after ten lines of other indexes. */
const { places } = layOut(
  [null, '0', '1', '1', '0', null, '5'].map((parentKey, i) => ({ key: String(i), parentKey })),
);
const lines = places.map(({ position, subtreeEnd }, i) => ({
  position: position + 10,
  subtreeEnd: subtreeEnd + 10,
  contentId: 70 + i,
}));

function pagesOf(size: number) {
  const pages = Array.from({ length: Math.ceil(lines.length / size) }, (_none, i) =>
    lines.slice(i * size, (i + 1) * size),
  );
  return pages.map((page) => ({
    positions: page.map(({ position }) => position),
    subtreeEnds: page.map(({ subtreeEnd }) => subtreeEnd),
    contentIds: page.map(({ contentId }) => contentId),
  }));
}

test.each([1, 2, 3, 4, 7, 100])('read by %s lines', async (size) => {
  const outline = await indexOutline('drugs', pagesOf(size));
  expect(outline.size).toBe(7);
  expect([...outline.parents]).toEqual([-1, 0, 1, 1, 0, -1, 5]);
  expect([...outline.depths]).toEqual([0, 1, 2, 2, 1, 0, 1]);
  expect(linesUnder(outline, -1)).toEqual([0, 5]);
  expect(linesUnder(outline, 1)).toEqual([2, 3]);
  expect(linesUnder(outline, 6)).toEqual([]);
  expect(linesDownTo(outline, 3)).toEqual([0, 1, 3]);
  expect(rowOfLine(outline, 1)).toEqual({
    position: 11,
    subtreeEnd: 13,
    parent: 10,
    contentId: 71,
    depth: 1,
    kind: 'drugs',
  });
});

test('an index without lines', async () => {
  const outline = await indexOutline('drugs', []);
  expect([outline.size, linesUnder(outline, -1)]).toEqual([0, []]);
});
