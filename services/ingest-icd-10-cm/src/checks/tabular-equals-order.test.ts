// Codes that follow from the tabular list against rows of the order file.
import { describe, expect, it } from 'vitest';
import type { DerivedCode } from '../derive-codes.ts';
import type { OrderFileLine } from '../parse-order-file.ts';
import { tabularEqualsOrder } from './tabular-equals-order.ts';

const derived = (...codes: string[]): DerivedCode[] =>
  codes.map((text) => {
    const [code = '', flag] = text.split(' ');
    return { code, parent: null, selectable: flag === '1', diag: null, extension: null };
  });

const rows = (...codes: string[]): OrderFileLine[] =>
  codes.map((text, at) => {
    const [code = '', flag] = text.split(' ');
    const headerFlag = flag === '1' ? '1' : '0';
    return {
      line: at + 1,
      orderNumber: at + 1,
      code,
      headerFlag,
      shortTitle: '',
      longTitle: '',
      lowerCaseX: false,
    };
  });

function messages(list: DerivedCode[], order: OrderFileLine[]): string[] {
  const byCode = new Map(order.map((row) => [row.code, row]));
  const findings = tabularEqualsOrder(list, { rows: order, byCode }, 'o.txt', 't.xml');
  expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
  return findings.map(({ message, where }) => `${where} ${message}`);
}

describe('tabularEqualsOrder', () => {
  it('is quiet where both are the same', () => {
    expect(messages(derived('A00 0', 'A000 1'), rows('A00 0', 'A000 1'))).toEqual([]);
  });

  it.each([
    [
      'a code too many',
      derived('A00 0', 'A000 1'),
      rows('A00 0'),
      't.xml A00.0 follows from the tabular list and is not in the order file.',
    ],
    [
      'a code too few',
      derived('A00 0'),
      rows('A00 0', 'A000 1'),
      "o.txt:2 A00.0 is in the order file and doesn't follow from the tabular list.",
    ],
    [
      'another flag',
      derived('A00 0', 'A000 1'),
      rows('A00 1', 'A000 1'),
      'o.txt:1:15 A00 has the flag 1, by the tabular list it is 0.',
    ],
    [
      'a code twice',
      derived('A00 0', 'A00 0'),
      rows('A00 0'),
      't.xml A00 follows from the tabular list twice, expected once.',
    ],
    [
      'another order',
      derived('A01 1', 'A00 1'),
      rows('A00 1', 'A01 1'),
      'o.txt:1 A00 stands where the order of the tabular list has A01.',
    ],
  ])('tells %s', (_, list, order, message) => {
    expect(messages(list, order)).toEqual([message]);
  });
});
