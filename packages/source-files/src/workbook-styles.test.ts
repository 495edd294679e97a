// Number formats that show a date.
import { expect, test } from 'vitest';
import { showsDate } from './workbook-styles.ts';

test.each([
  'mm/dd/yy;@',
  'yyyy-mm-dd',
  'd',
  'YYYY',
  '[$-409]d\\-mmm\\-yy;@',
  '"on" dd.mm.yyyy hh:mm',
  '[Red]yyyy',
])('%s shows a date', (format) => {
  expect(showsDate(format)).toBe(true);
});

test.each([
  'General',
  '0.00',
  '@',
  'h:mm:ss',
  '[h]:mm',
  '[Red]0',
  '"day" 0',
  '0\\d',
  '0_d',
  '* 0',
  '#,##0;[Red]-"d"0;d',
])('%s shows none', (format) => {
  expect(showsDate(format)).toBe(false);
});
