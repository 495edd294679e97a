// Codes of the two sides: which are codes, and where the point stands.
import { expect, test } from 'vitest';
import { icd10Codes, icd9Codes } from './gem-code-form.ts';

test.each([
  ['042', '042'],
  ['0010', '001.0'],
  ['24951', '249.51'],
  ['V10', 'V10'],
  ['V5867', 'V58.67'],
  ['E004', 'E004'],
  ['E0000', 'E000.0'],
])('%s of ICD-9-CM is written %s', (plain, dotted) => {
  expect(icd9Codes.isCode(plain)).toBe(true);
  expect(icd9Codes.dotted(plain)).toBe(dotted);
});

test.each(['', '04', '042A', 'E00', 'E00000', 'V1', 'V12345', 'A000', '04 2', '123456'])(
  '“%s” is no code of ICD-9-CM',
  (text) => {
    expect(icd9Codes.isCode(text)).toBe(false);
  },
);

test.each([
  ['I10', 'I10'],
  ['A000', 'A00.0'],
  ['C4A9', 'C4A.9'],
  ['S52011A', 'S52.011A'],
])('%s of ICD-10-CM is written %s', (plain, dotted) => {
  expect(icd10Codes.isCode(plain)).toBe(true);
  expect(icd10Codes.dotted(plain)).toBe(dotted);
});
