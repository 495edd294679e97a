// Offsets → line and column.
import { expect, test } from 'vitest';
import { positionOfByte } from './byte-position.ts';
import { positionsIn } from './text-position.ts';

test('offsets in rising order give line and column, the line end belonging to its line', () => {
  const positionOf = positionsIn('ab\ncd\n\nx');
  expect([0, 1, 2, 3, 3, 5, 6, 7, 8].map((offset) => Object.values(positionOf(offset)).join(':'))).toEqual([
    '1:1',
    '1:2',
    '1:3',
    '2:1',
    '2:1',
    '2:3',
    '3:1',
    '4:1',
    '4:2',
  ]);
});

test('a byte offset counts characters, not bytes, in the column', () => {
  expect(positionOfByte(Buffer.from('é\néé!'), 7)).toEqual({ line: 2, column: 3 });
  expect(positionOfByte(Buffer.from('abc'), 0)).toEqual({ line: 1, column: 1 });
});
