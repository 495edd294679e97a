// The POA-exempt list against the release and its readme.
import { describe, expect, it } from 'vitest';
import type { OrderRows } from '../order-rows.ts';
import { poaListEqualsReadme, poaListHasKnownCodes, poaListYear } from './poa-list.ts';

const row = (headerFlag: '0' | '1') => ({
  line: 1,
  orderNumber: 1,
  code: 'A00',
  headerFlag,
  shortTitle: '',
  longTitle: '',
  lowerCaseX: false,
});
const order: OrderRows = {
  rows: [],
  byCode: new Map([
    ['A000', row('1')],
    ['A00', row('0')],
  ]),
  findings: [],
};
const list = (year: number | null, ...codes: string[]) => ({
  year,
  rows: codes.map((code, at) => ({ line: at + 2, code, description: '' })),
});

describe('the POA-exempt list', () => {
  it('is quiet about selectable codes, warns of headers and of codes that are not there', () => {
    expect(poaListHasKnownCodes(list(2025, 'A00.0'), order, 'p.txt')).toEqual([]);
    expect(
      poaListHasKnownCodes(list(2025, 'A00', 'B99.9'), order, 'p.txt').map(
        ({ where, message }) => `${where} ${message}`,
      ),
    ).toEqual([
      'p.txt:2 A00 is listed as POA-exempt and is a header.',
      'p.txt:3 B99.9 is listed and not in the release.',
    ]);
  });

  it.each([
    [2025, true, []],
    [2024, true, ['warning']],
    [2024, false, ['error']],
    [2026, true, ['error']],
    [null, true, ['info']],
  ])('of %s, all codes known: %s, in release 2025', (year, allKnown, severities) => {
    expect(poaListYear(list(year), allKnown, '2025', 'p.txt').map(({ severity }) => severity)).toEqual(
      severities,
    );
  });

  it('is held against the numbers of its readme', () => {
    expect(poaListEqualsReadme(list(2025, 'A00.0'), { count: 1, year: 2025 }, 'p.txt')).toEqual([]);
    expect(poaListEqualsReadme(list(2025, 'A00.0'), { count: 2, year: 2024 }, 'p.txt')).toHaveLength(2);
    expect(poaListEqualsReadme(list(2025, 'A00.0'), { count: null, year: null }, 'p.txt')).toEqual([]);
  });
});
