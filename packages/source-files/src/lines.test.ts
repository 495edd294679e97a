// Lines: numbers, line ends, and what is refused.
import { expect, test } from 'vitest';
import { caught } from './caught.ts';
import { checkLineLengths, decodedLines, lines } from './lines.ts';

test('CRLF and LF end lines, the last may have none, and empty lines count', () => {
  expect([...lines('a\r\nb\n\nc', 'f')]).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: 'b' },
    { number: 3, text: '' },
    { number: 4, text: 'c' },
  ]);
  expect([...lines('a\r\n', 'f')]).toEqual([{ number: 1, text: 'a' }]);
  expect([...lines('', 'f')]).toEqual([]);
});

test('the mark with which DOS ended a text is left out, once and at the very end', () => {
  expect([...lines('a\r\nb\r\n\u001a', 'f')].map(({ text }) => text)).toEqual(['a', 'b']);
  expect([...lines('a\u001a', 'f')]).toEqual([{ number: 1, text: 'a' }]);
  expect([...lines('\u001a', 'f')]).toEqual([]);
  expect(caught(() => lines('a\n\u001a\u001a', 'f'))).toMatchObject({ line: 2, column: 1 });
  expect(caught(() => lines('a\u001ab\n', 'f'))).toMatchObject({ line: 1, column: 2 });
  expect(caught(() => lines('a\n\u001a\n', 'f'))).toMatchObject({ line: 2, column: 1 });
});

test('a lone CR is refused with line and column, at the end of the file too', () => {
  expect(caught(() => lines('a\nbc\rd\n', 'f'))).toMatchObject({
    line: 2,
    column: 3,
    found: 'a CR without LF',
  });
  expect(caught(() => lines('a\r', 'f'))).toMatchObject({ line: 1, column: 2 });
});

test.each([
  ['NUL', '\u0000'],
  ['escape', '\u001b'],
  ['delete', '\u007f'],
  ['next line', '\u0085'],
])('the control character %s is refused with its column', (_, character) => {
  expect(caught(() => lines(`ok\nab${character}c`, 'f'))).toMatchObject({ line: 2, column: 3 });
});

test('a TAB and letters of any script are fine', () => {
  expect([...lines('a\tb é 漢 \u00a0', 'f')]).toHaveLength(1);
});

test('a line may have as many bytes as the cap and not one more, whatever ends it', () => {
  const limits = { lineBytes: 10 };
  const ten = 'x'.repeat(10);
  for (const end of ['\n', '\r\n', '']) {
    expect([...decodedLines(Buffer.from(`a\n${ten}${end}`), 'f', { limits })]).toHaveLength(2);
    expect(caught(() => decodedLines(Buffer.from(`a\n${ten}x${end}`), 'f', { limits }))).toMatchObject({
      line: 2,
    });
  }
});

test('200 MB on one line are refused before anything is decoded', () => {
  const bytes = Buffer.alloc(200 * 1024 * 1024, 'A');
  const before = process.memoryUsage().rss;
  const error = caught(() => decodedLines(bytes, 'huge.txt'));
  expect(error.message).toContain(
    'huge.txt:1: found a line of 209715200 bytes, expected lines of at most 65536',
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024);
});

test('a long line after good ones is named by its number', () => {
  const bytes = Buffer.from(`${'good\r\n'.repeat(20_000)}${'x'.repeat(70_000)}\r\n`);
  expect(caught(() => checkLineLengths(bytes, 'f'))).toMatchObject({ line: 20_001 });
});
