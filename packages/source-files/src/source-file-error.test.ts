// How a refusal reads.
import { expect, test } from 'vitest';
import { quoted, SourceFileError } from './source-file-error.ts';

const phrases = { found: 'a 2', expected: 'a 0 or a 1', advice: 'Take another file.' };

test('a refusal is one line with place, what was found and expected, and what to do', () => {
  const error = new SourceFileError({ file: 'x.zip!/order.txt', line: 3, column: 15, ...phrases });
  expect(error.message).toBe('x.zip!/order.txt:3:15: found a 2, expected a 0 or a 1. Take another file.');
  expect(error).toMatchObject({
    name: 'SourceFileError',
    file: 'x.zip!/order.txt',
    line: 3,
    column: 15,
    offset: null,
  });
});

test('what is not known of the place is left out', () => {
  expect(new SourceFileError({ file: 'a', ...phrases }).message).toMatch(/^a: found/);
  expect(new SourceFileError({ file: 'a', offset: 7, ...phrases }).message).toMatch(/^a \(byte 7\): found/);
  expect(new SourceFileError({ file: 'a', line: 2, offset: 7, ...phrases }).message).toMatch(
    /^a:2 \(byte 7\): found/,
  );
});

test('a long text is cut, and control characters cannot reach the terminal', () => {
  expect(quoted('x'.repeat(100))).toBe(`"${'x'.repeat(60)}…"`);
  expect(quoted('a\u001b[31mb\n\u202e')).toBe('"a\\u{1B}[31mb\\u{A}\\u{202E}"');
  const error = new SourceFileError({ file: 'a\u0007b', ...phrases });
  expect(error.message).toMatch(/^a\\u\{7\}b: found/);
});
