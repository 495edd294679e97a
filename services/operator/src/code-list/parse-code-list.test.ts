// Lists of codes as people have them: every form that is read, and every refusal with its place.
import { describe, expect, test } from 'vitest';
import type { AskedColumns } from './list-columns.ts';
import { type CodeList, type ListLimits, parseCodeList } from './parse-code-list.ts';

const unsaid: AskedColumns = { code: null, count: null };
const parse = (text: string, asked: Partial<AskedColumns> = {}, limits?: ListLimits) =>
  parseCodeList('list.csv', Buffer.from(text), { ...unsaid, ...asked }, limits);
const told = ({ codes }: CodeList) => codes.map(({ code, count }) => (count === null ? code : [code, count]));
const columnsOf = ({ columns: { header, code, count } }: CodeList) => [
  header,
  code.name ?? code.number,
  count && (count.name ?? count.number),
];

describe('a list is read', () => {
  test.each<[string, string, Partial<AskedColumns>, unknown[], unknown[]]>([
    ['one code a line', 'E11.9\nI10\n', {}, ['E11.9', 'I10'], [false, 1, null]],
    ['without a line end at the end', 'E11.9\nI10', {}, ['E11.9', 'I10'], [false, 1, null]],
    [
      'CRLF, a byte order mark, blanks',
      '\uFEFF E11.9 \r\n\r\n  \r\nI10\r\n',
      {},
      ['E11.9', 'I10'],
      [false, 1, null],
    ],
    ['a header over one column', 'Code\nE11.9\n', {}, ['E11.9'], [true, 'Code', null]],
    ['a header without the word', 'diagnosis\nE11.9\n', {}, ['E11.9'], [true, 'diagnosis', null]],
    ['modifiers are no header', 'LT\nRT\n', {}, ['LT', 'RT'], [false, 1, null]],
    [
      'CSV with quotes',
      'code,display\n"E11.9","Type 2, ""so called""\nhere"\nI10,x\n',
      {},
      ['E11.9', 'I10'],
      [true, 'code', null],
    ],
    ['the column called code', 'name,code,n\nx,E11.9,3\n', {}, [['E11.9', 3]], [true, 'code', 'n']],
    ['a count column by its name', 'dx\tVolume\nE11.9\t12\n', {}, [['E11.9', 12]], [true, 'dx', 'Volume']],
    ['semicolons', 'Code;Cases\nE11.9;12\n', {}, [['E11.9', 12]], [true, 'Code', 'Cases']],
    ['semicolons, commas in texts', 'E11.9;a, b\nI10;c\n', {}, ['E11.9', 'I10'], [false, 1, null]],
    ['numbers that nobody asked for', 'E11.9,12\n', {}, ['E11.9'], [false, 1, null]],
    ['columns by number', 'x,E11.9,12\n', { code: '2', count: '3' }, [['E11.9', 12]], [false, 2, 3]],
    [
      'columns by name in any case',
      'a,B,c\n1,E11.9,12\n',
      { code: 'b', count: 'C' },
      [['E11.9', 12]],
      [true, 'B', 'c'],
    ],
    [
      'a header over columns by number',
      'x,icd10,sum\nx,E11.9,12\n',
      { code: '2', count: '3' },
      [['E11.9', 12]],
      [true, 'icd10', 'sum'],
    ],
    [
      'empty rows and cells behind',
      'code,n,\n,,\nE11.9,0,\nI10,1\n',
      {},
      [
        ['E11.9', 0],
        ['I10', 1],
      ],
      [true, 'code', 'n'],
    ],
    ['post-coordinated codes', '2B5K&XA8LA1/XA1\n', {}, ['2B5K&XA8LA1/XA1'], [false, 1, null]],
  ])('%s', (_, text, asked, codes, columns) => {
    const list = parse(text, asked);
    expect(told(list)).toEqual(codes);
    expect(columnsOf(list)).toEqual(columns);
  });

  test('a code in several forms is one, with its counts added up and its lines kept', () => {
    const list = parse('code,count\nE11.9,1200\nI10,1\ne119,5\nE119 ,1\n');
    expect(list.codes).toEqual([
      { code: 'E11.9', count: 1206, lines: [2, 4, 5] },
      { code: 'I10', count: 1, lines: [3] },
    ]);
  });
});

describe('a list is refused', () => {
  test.each<[string, string, Partial<AskedColumns>, RegExp]>([
    ['nothing at all', '', {}, /^list\.csv:1: found no code, expected one code a line\. Check/],
    ['a header alone', 'code,count\n', {}, /found no code/],
    [
      'a column that is not there',
      'code,n\nE11.9,1\n',
      { count: 'volume' },
      /^list\.csv:1: found 2 columns, "code", "n", expected a column volume\. Name one/,
    ],
    [
      'a number beyond the columns',
      'E11.9\n',
      { code: '2' },
      /^list\.csv:1: found one column, "E11\.9", expected a column 2\./,
    ],
    [
      'no number',
      'code,n\nE11.9,many\n',
      {},
      /^list\.csv:2, column 2: found "many", expected a whole number from 0/,
    ],
    ['no count', 'code,n\nE11.9,\n', {}, /^list\.csv:2, column 2: found nothing, expected a whole number/],
    ['a negative count', 'code,n\nE11.9,-1\n', {}, /column 2: found "-1"/],
    ['a broken count', 'code,n\nE11.9,1.5\n', {}, /column 2: found "1\.5"/],
    ['a separator in a count', 'code,n\nE11.9,"1,200"\n', {}, /column 2: found "1,200".*without separators/],
    [
      'no code',
      'code,n\n,5\n',
      {},
      /^list\.csv:2, column 1: found nothing, expected a code\..*--code-column/,
    ],
    [
      'a delimiter in a text',
      'code,display,n\nE11.9,Type 2, bad,3\n',
      {},
      /^list\.csv:2, column 4: found 4 fields, expected 3, as in the first line\. .*quotes/,
    ],
    ['quotes that do not close', 'code,n\n"E11.9,3\n', {}, /^list\.csv:2: found quotes that do not match/],
    [
      'a NUL byte',
      'code\nE11\0.9\n',
      {},
      /^list\.csv:2:4.* found a NUL byte, expected text without NUL bytes\. .*save the list again/,
    ],
    ['a control character', 'E11.9\u0007\n', {}, /^list\.csv:1:6: found the control character U\+0007/],
  ])('%s', (_, text, asked, says) => {
    expect(() => parse(text, asked)).toThrow(
      expect.objectContaining({ code: 'FILE_REFUSED', message: expect.stringMatching(says) }),
    );
  });

  test('bytes that are not UTF-8, with their place', () => {
    const bytes = Buffer.from('code,display\nG30.9,Sézary\n', 'latin1');
    expect(() => parseCodeList('list.csv', bytes, unsaid)).toThrow(
      /^list\.csv:2:8 .*expected UTF-8\. .*in UTF-8/,
    );
    expect(() => parseCodeList('list.csv', Buffer.from('code', 'utf16le'), unsaid)).toThrow(/UTF-16/);
  });

  test('with twenty problems at once, and no more', () => {
    const lines = Array.from({ length: 30 }, (_none, i) => `A${i},x`).join('\n');
    const refused = () => parse(`code,n\n${lines}\n`);
    expect(refused).toThrow(
      /list\.csv:2, column 2: .*\n(.*\n){18}list\.csv:21, column 2: .*\nReading stopped after 20 problems\.$/,
    );
  });

  test('when it has more rows, or more different codes, than are read', () => {
    expect(told(parse('A1\nA2\n', {}, { rows: 2, codes: 2 }))).toEqual(['A1', 'A2']);
    const limits = { rows: 3, codes: 2 };
    expect(() => parse('A1\nA1\nA1\nA1\n', {}, limits)).toThrow(
      /^list\.csv:4: found more than 3 rows, expected a list of at most 3 rows\. Cut/,
    );
    expect(() => parse('A1\nA2\nA3\n', {}, limits)).toThrow(
      /^list\.csv:3: found more than 2 different codes/,
    );
  });
});
