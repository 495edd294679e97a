// The order file: what its lines say, and how damaged ones are refused.
import { describe, expect, it } from 'vitest';
import { parseOrderFile } from './parse-order-file.ts';

function orderLine(number: number, code: string, flag: string, short: string, long = short): string {
  return `${String(number).padStart(5, '0')} ${code.padEnd(7)} ${flag} ${short.padEnd(60)} ${long}`;
}

function parse(...lines: string[]) {
  return [...parseOrderFile(Buffer.from(lines.map((line) => `${line}\r\n`).join('')), 'order.txt')];
}

describe('parseOrderFile', () => {
  it('gives number, code, flag and titles of a line', () => {
    expect(
      parse(
        orderLine(1, 'A00', '0', 'Cholera'),
        orderLine(2, 'A000', '1', 'Cholera due to V', 'Cholera due to Vibrio'),
      ),
    ).toEqual([
      {
        line: 1,
        orderNumber: 1,
        code: 'A00',
        headerFlag: '0',
        shortTitle: 'Cholera',
        longTitle: 'Cholera',
        lowerCaseX: false,
      },
      {
        line: 2,
        orderNumber: 2,
        code: 'A000',
        headerFlag: '1',
        shortTitle: 'Cholera due to V',
        longTitle: 'Cholera due to Vibrio',
        lowerCaseX: false,
      },
    ]);
  });

  it('keeps double blanks and a leading blank of the short title', () => {
    const [row] = parse(orderLine(1, 'T464X', '0', ' inhibitors', 'effect of  inhibitors'));
    expect(row).toMatchObject({ shortTitle: ' inhibitors', longTitle: 'effect of  inhibitors' });
  });

  it('upper-cases a lower-case x and remembers it', () => {
    expect(parse(orderLine(1, 'T36x1xA', '1', 'Poisoning'))[0]).toMatchObject({
      code: 'T36X1XA',
      lowerCaseX: true,
    });
  });

  it('reads UTF-8 whether the short title is padded by characters or by bytes', () => {
    const byCharacters = orderLine(1, 'L705', '1', 'Acne excoriée des jeunes filles', 'Acne excoriée, long');
    const byBytes = byCharacters.replace('filles ', 'filles');
    for (const line of [byCharacters, byBytes]) {
      expect(parse(line)[0]).toMatchObject({
        shortTitle: 'Acne excoriée des jeunes filles',
        longTitle: 'Acne excoriée, long',
      });
    }
  });

  it('refuses a line cut short with its number', () => {
    expect(() => parse(orderLine(1, 'A00', '0', 'Cholera'), '00002 A000    1 Chol')).toThrow(
      /order\.txt:2:\d+: found a line of 20 characters/,
    );
  });

  it.each([
    [
      'a flag that is no number',
      orderLine(7, 'A000', 'x', 'Cholera'),
      'order.txt:1:15-15: found "x", expected the flag 1',
    ],
    [
      'a code that is none',
      orderLine(7, '000A', '1', 'Cholera'),
      'order.txt:1:7-13: found "000A   ", expected a code',
    ],
    [
      'a number that is none',
      `x${orderLine(7, 'A000', '1', 'Cholera').slice(1)}`,
      'order.txt:1:1-5: found "x0007"',
    ],
    [
      'a shifted line',
      orderLine(7, 'A000', '1', 'x'.repeat(61)),
      'order.txt:1:77-77: found "x", expected a blank',
    ],
    [
      'a missing long title',
      orderLine(7, 'A000', '1', 'Cholera', ' '),
      'order.txt:1:78-78: found " ", expected a long title',
    ],
  ])('refuses %s with line and columns', (_, line, message) => {
    expect(() => parse(line)).toThrow(message);
  });

  it('refuses a code that stands twice with both lines', () => {
    const lines = [orderLine(1, 'A00', '0', 'Cholera'), orderLine(2, 'A00', '1', 'Cholera again')];
    expect(() => parse(...lines)).toThrow(
      'order.txt:2:7-13: found "A00", expected each code once, and it stands on line 1',
    );
  });

  it('lists twenty problems and stops', () => {
    const lines = Array.from({ length: 30 }, (_, at) => orderLine(at + 1, 'A000', '9', 'Cholera'));
    expect(() => parse(...lines)).toThrow(/order\.txt:20:15-15[\s\S]*stopped after 20 problems/);
    expect(() => parse(...lines)).not.toThrow(/order\.txt:21/);
  });

  it('refuses an empty file', () => {
    expect(() => parse()).toThrow(/at least one line/);
  });
});
