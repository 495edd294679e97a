// What files say of their own year.
import { describe, expect, it } from 'vitest';
import { footerYearAgrees, xmlVersionAgrees } from './year-of-file.ts';

describe('xmlVersionAgrees', () => {
  it.each([
    ['2023', '2023', []],
    ['2022', '2022-04', []],
    ['2025-04', '2025', []],
    ['0', '2023', ['info']],
    [null, '2023', ['info']],
    ['2022', '2023', ['warning']],
    ['2021', '2023', ['error']],
    ['2024', '2023', ['error']],
  ])('<version> %s in release %s', (found, version, severities) => {
    expect(xmlVersionAgrees(found, version, 't.xml').map(({ severity }) => severity)).toEqual(severities);
  });
});

describe('footerYearAgrees', () => {
  it.each([
    ['icd10cm_order_2025.txt', '2025-04', 0],
    ['icd10cm_order_2021jan.txt', '2021-01', 0],
    [null, '2014', 0],
    ['icd10cm_order_2024.txt', '2025', 1],
  ])('%s in release %s', (named, version, count) => {
    expect(footerYearAgrees(named, version, 'a.txt:1')).toHaveLength(count);
  });
});
