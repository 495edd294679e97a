// The three forms of addenda: lines, footers, and how damaged ones are refused.
import { describe, expect, it } from 'vitest';
import { parseCodesAddenda } from './parse-codes-addenda.ts';
import { parseDiff2014 } from './parse-diff-2014.ts';
import { parseOrderAddenda } from './parse-order-addenda.ts';

const block = (what: string, from: number, to: number, counts: readonly number[]) =>
  [
    '',
    what,
    `  ${from} ${what.toLowerCase()} in icd10cm_order_2024.txt`,
    `  ${to} ${what.toLowerCase()} in icd10cm_order_2025.txt`,
    `   ${counts[0]} additions`,
    `   ${counts[1]} deletions`,
    `   ${counts[2]} revisions`,
  ].join('\r\n');

const ofWhich = [
  'of which',
  '     1 revisions to both long and short titles',
  '     2 revisions to long title only',
  '     3 revisions to short title only',
].join('\r\n');

const line = (label: string, flag: string, code: string, short: string, long: string) =>
  `${label.padEnd(13)}${flag} ${code.padEnd(7)} ${short.padEnd(60)} ${long}`;

describe('parseOrderAddenda', () => {
  const footer = `${block('Headers', 10, 11, [1, 0, 0])}\r\n${block('Codes', 20, 19, [0, 1, 1])}\r\n${ofWhich}\r\n`;
  const parse = (...lines: string[]) =>
    parseOrderAddenda(Buffer.from([...lines, footer].join('\r\n')), 'a.txt');

  it('gives lines and both totals', () => {
    const { lines, headers, codes } = parse(
      line('Delete:', '1', 'A047', 'Short', 'Long'),
      line('Revise from:', '1', 'A048', 'Old', 'Older'),
      line('Revise to:', '1', 'A048', 'New', 'Newer'),
    );
    expect(
      lines.map(({ label, headerFlag, code, shortTitle, longTitle }) => [
        label,
        headerFlag,
        code,
        shortTitle,
        longTitle,
      ]),
    ).toEqual([
      ['Delete', '1', 'A047', 'Short', 'Long'],
      ['Revise from', '1', 'A048', 'Old', 'Older'],
      ['Revise to', '1', 'A048', 'New', 'Newer'],
    ]);
    expect(headers).toMatchObject({ from: { count: 10 }, to: { count: 11 }, additions: 1, ofWhich: null });
    expect(codes).toMatchObject({
      from: { count: 20, file: 'icd10cm_order_2024.txt' },
      to: { count: 19, file: 'icd10cm_order_2025.txt' },
      deletions: 1,
      ofWhich: { both: 1, longOnly: 2, shortOnly: 3 },
    });
  });

  it('reads a file without changes, which has only its footer', () => {
    expect(parse().lines).toEqual([]);
  });

  it.each([
    ['an unknown label', line('Move:', '1', 'A047', 'S', 'L'), 'a.txt:1:1-13: found "Move:'],
    ['a flag that is none', line('Add:', '2', 'A047', 'S', 'L'), 'a.txt:1:14-14: found "2"'],
    ['a code that is none', line('Add:', '1', '047', 'S', 'L'), 'a.txt:1:16-22: found "047"'],
    [
      'a revision without its second line',
      line('Revise from:', '1', 'A047', 'S', 'L'),
      'expected Revise to: A047',
    ],
    [
      'a revision without its first line',
      line('Revise to:', '1', 'A047', 'S', 'L'),
      'expected Revise from: A047',
    ],
  ])('refuses %s', (_, bad, message) => {
    expect(() => parse(bad)).toThrow(message);
  });

  it('refuses a footer that is cut off', () => {
    const cut = `${line('Add:', '1', 'A047', 'S', 'L')}\r\n\r\nCodes\r\n  20 codes in icd10cm_order_2024.txt\r\n`;
    expect(() => parseOrderAddenda(Buffer.from(cut), 'a.txt')).toThrow(/something is missing/);
    expect(() => parseOrderAddenda(Buffer.from(line('Add:', '1', 'A047', 'S', 'L')), 'a.txt')).toThrow(
      /“Codes”/,
    );
  });
});

describe('parseCodesAddenda', () => {
  it('gives code and long title, billable throughout', () => {
    const text = `${'Add:'.padEnd(13)}A0471   Enterocolitis\r\n${block('Codes', 20, 21, [1, 0, 0])}\r\n`;
    const { lines, headers } = parseCodesAddenda(Buffer.from(text), 'c.txt');
    expect(lines).toEqual([
      { line: 1, label: 'Add', headerFlag: '1', code: 'A0471', shortTitle: null, longTitle: 'Enterocolitis' },
    ]);
    expect(headers).toBeNull();
  });
});

describe('parseDiff2014', () => {
  const totals =
    ' 69832 old_lines_read\r\n 69823 new_lines_read\r\n 0 additions\r\n 9 deletions\r\n 1 changes\r\n';

  it('reads its marks as labels and its totals', () => {
    const text = `O L705    Acne excoriée\r\nN L705    Acne excoriee\r\nD M4717   Other spondylosis\r\n${totals}`;
    const { lines, codes } = parseDiff2014(Buffer.from(text), 'd.txt');
    expect(lines.map(({ label, code, longTitle }) => [label, code, longTitle])).toEqual([
      ['Revise from', 'L705', 'Acne excoriée'],
      ['Revise to', 'L705', 'Acne excoriee'],
      ['Delete', 'M4717', 'Other spondylosis'],
    ]);
    expect(codes).toMatchObject({ from: { count: 69832 }, to: { count: 69823 }, deletions: 9, revisions: 1 });
  });

  it('refuses a mark that it does not know and totals that are missing', () => {
    expect(() => parseDiff2014(Buffer.from(`X L705    Acne\r\n${totals}`), 'd.txt')).toThrow(
      'd.txt:1:1-2: found "X "',
    );
    expect(() => parseDiff2014(Buffer.from('D L705    Acne\r\n'), 'd.txt')).toThrow(
      /no total of old_lines_read/,
    );
  });
});
