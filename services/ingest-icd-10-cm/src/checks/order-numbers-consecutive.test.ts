// Order numbers without a gap.
import { describe, expect, it } from 'vitest';
import { orderNumbersConsecutive } from './order-numbers-consecutive.ts';

function found(...numbers: number[]) {
  const rows = numbers.map((orderNumber, at) => ({
    line: at + 1,
    orderNumber,
    code: 'A00',
    headerFlag: '0' as const,
    shortTitle: '',
    longTitle: '',
    lowerCaseX: false,
  }));
  return orderNumbersConsecutive(rows, 'o.txt').map(({ where }) => where);
}

describe('orderNumbersConsecutive', () => {
  it('is quiet for 1, 2, 3', () => {
    expect(found(1, 2, 3)).toEqual([]);
  });

  it('points at the line after each gap, and goes on from there', () => {
    expect(found(1, 3, 4, 4)).toEqual(['o.txt:2:1-5', 'o.txt:4:1-5']);
    expect(found(2, 3)).toEqual(['o.txt:1:1-5']);
  });
});
