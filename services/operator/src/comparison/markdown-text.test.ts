// Texts in Markdown: nothing in them is taken for a mark.
import { describe, expect, test } from 'vitest';
import { literal, named, plain, table } from './markdown-text.ts';

describe('plain text', () => {
  test.each([
    ['a | b', 'a \\| b'],
    ['**x** _y_ ~~z~~ `c`', '\\*\\*x\\*\\* \\_y\\_ \\~\\~z\\~\\~ \\`c\\`'],
    ['[a](b) <i> \\', '\\[a\\](b) \\<i\\> \\\\'],
    ['&amp; R&D A & B $1$', '\\&amp; R\\&D A & B \\$1\\$'],
    ['# one', '\\# one'],
    ['- - one', '\\- - one'],
    ['1. one', '1\\. one'],
    ['12) one', '12\\) one'],
    ['one\r\n  two\nthree', 'one / two / three'],
    ['Sézary 🦴', 'Sézary 🦴'],
  ])('%j is written %s', (text, written) => {
    expect(plain(text)).toBe(written);
  });

  test('codes are code spans unless they could end one', () => {
    expect([literal('E11.9'), literal('1A00&XN8P1'), literal('a`b')]).toEqual([
      '`E11.9`',
      '`1A00&XN8P1`',
      'a\\`b',
    ]);
    expect(named({ code: null, display: '1. x' })).toBe('1\\. x');
  });

  test('a table has a line for each row', () => {
    expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |\n');
  });
});
