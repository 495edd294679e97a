// Encodings: what is read and what is refused, with its place.
import { expect, test } from 'vitest';
import { caught } from './caught.ts';
import { decodeText } from './decode-text.ts';

test('ASCII and UTF-8 are told apart, a byte order mark is taken off', () => {
  expect(decodeText(Buffer.from('A00\r\n'), 'f')).toEqual({
    text: 'A00\r\n',
    encoding: 'us-ascii',
    bom: false,
  });
  expect(decodeText(Buffer.from('Ménière'), 'f')).toEqual({ text: 'Ménière', encoding: 'utf-8', bom: false });
  expect(decodeText(Buffer.from('\ufeffMénière'), 'f')).toEqual({
    text: 'Ménière',
    encoding: 'utf-8',
    bom: true,
  });
  expect(decodeText(Buffer.from('\ufeffA'), 'f')).toEqual({ text: 'A', encoding: 'us-ascii', bom: true });
  expect(decodeText(Buffer.alloc(0), 'f').text).toBe('');
});

test('invalid UTF-8 is refused at its first byte, with line and column', () => {
  const bytes = Buffer.concat([Buffer.from('ab\ncé'), Buffer.from([0xe9]), Buffer.from('tail')]);
  const error = caught(() => decodeText(bytes, 'codes.txt'));
  expect(error).toMatchObject({ file: 'codes.txt', line: 2, column: 3, offset: 6 });
  expect(error.message).toContain('found the bytes 0xE9746169, expected UTF-8');
});

test('Windows-1252 is read only where it is asked for, and not where it has no character', () => {
  const bytes = Buffer.from([0x4d, 0xe9, 0x6e, 0x96]);
  expect(decodeText(bytes, 'f', { fallback: 'windows-1252' })).toEqual({
    text: 'Mén–',
    encoding: 'windows-1252',
    bom: false,
  });
  const error = caught(() =>
    decodeText(Buffer.from([0x4d, 0x0a, 0xe9, 0x81]), 'f', { fallback: 'windows-1252' }),
  );
  expect(error).toMatchObject({ line: 2, column: 2, offset: 3, found: 'the byte 0x81' });
});

test.each([
  ['UTF-16 with its mark', Buffer.from('\ufeffA00', 'utf16le'), 'text in UTF-16'],
  ['UTF-16, other byte order', Buffer.from([0xfe, 0xff, 0, 0x41]), 'text in UTF-16'],
  ['UTF-16 without a mark', Buffer.from('A00 Cholera\n'.repeat(5), 'utf16le'), 'text in UTF-16'],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'text in UTF-32'],
])('%s is refused by name', (_, bytes, found) => {
  expect(caught(() => decodeText(bytes, 'f'))).toMatchObject({ found, offset: 0 });
});

test('a NUL byte is refused with its place', () => {
  const error = caught(() => decodeText(Buffer.from('A00\nA0\u0000\n'), 'f'));
  expect(error).toMatchObject({ line: 2, column: 3, offset: 6, found: 'a NUL byte' });
});
