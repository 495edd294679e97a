// References of cells, there and back.
import { expect, test } from 'vitest';
import { cellPlace, cellReference, lastColumn, lastRow, rowNumber } from './cell-reference.ts';

test.each([
  ['A1', 1, 1],
  ['Z9', 9, 26],
  ['AA10', 10, 27],
  ['AV7109', 7109, 48],
  ['ZZ1', 1, 702],
  ['AAA1', 1, 703],
  ['XFD1048576', lastRow, lastColumn],
])('%s is row %i, column %i, and back', (reference, row, column) => {
  expect(cellPlace(reference)).toEqual({ row, column });
  expect(cellReference({ row, column })).toBe(reference);
});

test.each([
  '',
  'A',
  '1',
  'a1',
  'A0',
  'A01',
  '$A$1',
  'A1:B2',
  'A1 ',
  'A-1',
  'A1.0',
  'XFE1',
  'ZZZZ1',
  'A1048577',
])('%j is no reference', (reference) => {
  expect(cellPlace(reference)).toBeNull();
});

test('every column has a name of its own that leads back to it', () => {
  const names = new Set<string>();
  for (let column = 1; column <= lastColumn; column += 1) {
    const reference = cellReference({ row: 7, column });
    names.add(reference);
    expect(cellPlace(reference)?.column).toBe(column);
  }
  expect(names.size).toBe(lastColumn);
});

test('rows are counted from 1 to the last', () => {
  expect(['1', '1048576'].map((text) => rowNumber(text))).toEqual([1, lastRow]);
  expect(['0', '01', '', '-1', '1e3', '1048577', '9'.repeat(30)].map((text) => rowNumber(text))).toEqual(
    Array(7).fill(null),
  );
});
