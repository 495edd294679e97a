// Columns of a line, as a record layout numbers them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caught } from './caught.ts';
import { sliceFields } from './fixed-width.ts';
import { decodedLines } from './lines.ts';
import { publishedData, withoutPublishedData } from './published-data.ts';

const layout = {
  orderNumber: { from: 1, to: 5 },
  code: { from: 7, to: 13 },
  headerFlag: { from: 15, to: 15 },
  shortTitle: { from: 17, to: 76 },
  longTitle: { from: 78, to: null },
};

const short = 'Cholera due to Vibrio cholerae 01, biovar cholerae';
const text = `00002 A000    1 ${short.padEnd(60)} ${short}`;

test('columns count from 1, both ends included, and blanks stay', () => {
  expect(sliceFields({ number: 2, text }, layout, 'f')).toEqual({
    orderNumber: '00002',
    code: 'A000   ',
    headerFlag: '1',
    shortTitle: short.padEnd(60),
    longTitle: short,
  });
});

test('a line cut short is refused with its number, the columns and what was found', () => {
  const error = caught(() => sliceFields({ number: 9, text: text.slice(0, 70) }, layout, 'order.txt'));
  expect(error).toMatchObject({ file: 'order.txt', line: 9, column: 17 });
  expect(error.message).toContain('found a line of 70 characters "00002 A000    1 Cholera');
  expect(error.message).toContain('expected at least 76 characters, with shortTitle in columns 17 to 76');
});

test('the rest of a line must hold something, unless it may be cut', () => {
  const line = { number: 1, text: text.slice(0, 77) };
  expect(caught(() => sliceFields(line, layout, 'f')).expected).toContain('longTitle in column 78 on');
  const lenient = { ...layout, longTitle: { from: 78, to: null, mayBeCut: true } };
  expect(sliceFields(line, lenient, 'f').longTitle).toBe('');
});

test('a layout that cannot be is a mistake of the program', () => {
  expect(() => sliceFields({ number: 1, text: 'x' }, { a: { from: 0, to: 3 } }, 'f')).toThrow(RangeError);
  expect(() => sliceFields({ number: 1, text: 'x' }, { a: { from: 4, to: 3 } }, 'f')).toThrow(RangeError);
});

test('the order file of 2021 has 72,616 billable codes and 22,736 headers', ({ skip }) => {
  const path = publishedData('icd-10-cm/2021/icd10cm_order_2021.txt');
  if (path === null) return skip(withoutPublishedData);
  const flags = new Map<string, number>();
  for (const line of decodedLines(readFileSync(path), 'order')) {
    const { headerFlag } = sliceFields(line, layout, 'order');
    flags.set(headerFlag, (flags.get(headerFlag) ?? 0) + 1);
  }
  expect(Object.fromEntries(flags)).toEqual({ 0: 22_736, 1: 72_616 });
});
