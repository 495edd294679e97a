// The codes file: what its lines say, and how damaged ones are refused.
import { describe, expect, it } from 'vitest';
import { parseCodesFile } from './parse-codes-file.ts';

const parse = (text: string) => [...parseCodesFile(Buffer.from(text), 'codes.txt')];

describe('parseCodesFile', () => {
  it('gives code and long title', () => {
    expect(parse('A000    Cholera due to  Vibrio\r\nT81320A Disruption\r\n')).toEqual([
      { line: 1, code: 'A000', longTitle: 'Cholera due to  Vibrio' },
      { line: 2, code: 'T81320A', longTitle: 'Disruption' },
    ]);
  });

  it.each([
    ['A0      Cholera', 'codes.txt:1:1-7: found "A0     "'],
    ['A000000xCholera', 'codes.txt:1:8-8: found "x"'],
    ['A000    ', 'codes.txt:1:9-9: found ""'],
  ])('refuses “%s”', (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});
