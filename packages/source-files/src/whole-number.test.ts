// Digits, and what only looks like a number.
import { expect, test } from 'vitest';
import { wholeNumber } from './whole-number.ts';

test('digits are read from where they begin', () => {
  expect([wholeNumber('0'), wholeNumber('007'), wholeNumber('999999999'), wholeNumber('AB12', 2)]).toEqual([
    0, 7, 999_999_999, 12,
  ]);
});

test.each(['', ' 1', '1 ', '+1', '-1', '1.0', '1e3', '0x10', '١', '1000000000'])('%j is none', (text) => {
  expect(wholeNumber(text)).toBeNull();
});
