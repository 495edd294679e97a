// The POA-exempt list and its readme.
import { describe, expect, it } from 'vitest';
import { parsePoaExempt } from './parse-poa-exempt.ts';
import { parsePoaReadme } from './parse-poa-readme.ts';

const parse = (text: string) => parsePoaExempt(Buffer.from(text), 'p.txt');

describe('parsePoaExempt', () => {
  it.each([
    ['Order24\tPOAexemptCode\tDescription', 2024],
    ['OrdFY25\tPOAexemptCode\tDescription', 2025],
    ['Order\tPOAexemptCode\tDescription', null],
  ])('reads the list under the header “%s”', (header, year) => {
    const list = parse(
      `${header}\r\n01236\tB90.0\tSequelae\r\n21211\tM80.00XD\t"Age-related, unspecified"\r\n`,
    );
    expect(list).toEqual({
      year,
      rows: [
        { line: 2, code: 'B90.0', description: 'Sequelae' },
        { line: 3, code: 'M80.00XD', description: 'Age-related, unspecified' },
      ],
    });
  });

  it.each([
    [
      'a code without its point',
      'Order24\tPOAexemptCode\tDescription\r\n1\tB900\tx\r\n',
      'p.txt:2: found "B900"',
    ],
    [
      'a code that stands twice',
      'Order24\tPOAexemptCode\tDescription\r\n1\tB90.0\tx\r\n2\tB90.0\tx\r\n',
      'it stands on line 2',
    ],
    ['other headings', 'Code\tAmount\r\nB90.0\t3\r\n', 'the headings of a list'],
    ['a line cut short', 'Order24\tPOAexemptCode\tDescription\r\n1\tB90.0\r\n', 'p.txt:2'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});

describe('parsePoaReadme', () => {
  it('reads count and year', () => {
    const text = 'List of Present On Admission (POA) exempt codes, for FY2025 (38,154 codes).\r\n';
    expect(parsePoaReadme(Buffer.from(text), 'r.txt')).toEqual({ count: 38154, year: 2025 });
  });

  it('knows when it says nothing', () => {
    expect(parsePoaReadme(Buffer.from('Present On Admission'), 'r.txt')).toEqual({ count: null, year: null });
  });
});
