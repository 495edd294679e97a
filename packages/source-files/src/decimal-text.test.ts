// Numbers of workbooks as shortest decimals.
import { expect, test } from 'vitest';
import { decimalText } from './decimal-text.ts';

test.each([
  ['20170101', '20170101'],
  ['1.9870101E7', '19870101'],
  ['1.9870101E+7', '19870101'],
  ['0.10000000000000001', '0.1'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['-0.5', '-0.5'],
  ['-0', '0'],
  ['+3', '3'],
  ['00012', '12'],
  ['1E-7', '0.0000001'],
  ['-1.25e-9', '-0.00000000125'],
  ['1.5E+21', '1500000000000000000000'],
  ['1E21', `1${'0'.repeat(21)}`],
  ['123456789012345680000', '123456789012345680000'],
])('%s is %s', (written, text) => {
  expect(decimalText(written)).toBe(text);
});

test.each([
  '',
  '.',
  '1,5',
  '1e',
  'E5',
  'NaN',
  'Infinity',
  '0x10',
  ' 1',
  '1 ',
  '1e400',
  '--1',
  '1_000',
  '1e999999',
])('%j is no number', (written) => {
  expect(decimalText(written)).toBeNull();
});

test('the text stands for the number, and has no exponent, whatever its size', () => {
  for (let exponent = -320; exponent <= 307; exponent += 1) {
    for (const digits of ['1', '9.87654321', '-4.000000000000001']) {
      const text = decimalText(`${digits}E${exponent}`) ?? '';
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text)).toBe(Number(`${digits}e${exponent}`));
    }
  }
});
