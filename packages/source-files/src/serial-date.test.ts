// The days that workbooks count.
import { expect, test } from 'vitest';
import { serialDate } from './serial-date.ts';

test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [42736, '2017-01-01'],
  [43561, '2019-04-06'],
  [42736.5625, '2017-01-01T13:30:00'],
  [42736.999999, '2017-01-02'],
  [2_958_465, '9999-12-31'],
])('the day %d is %s', (serial, date) => {
  expect(serialDate(serial, false)).toBe(date);
});

test.each([
  [0, '1904-01-01'],
  [41274, '2017-01-01'],
  [2_957_003, '9999-12-31'],
])('counted from 1904, the day %d is %s', (serial, date) => {
  expect(serialDate(serial, true)).toBe(date);
});

test('the calendar has no day before the first, after the year 9999, and no 29 February 1900', () => {
  for (const serial of [0, 0.5, -1, 60, 60.5, 2_958_466, 1e300]) expect(serialDate(serial, false)).toBeNull();
  expect(serialDate(-1, true)).toBeNull();
  expect(serialDate(2_957_004, true)).toBeNull();
});
