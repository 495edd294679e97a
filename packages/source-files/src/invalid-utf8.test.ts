// The first invalid byte, against a plain walk with the platform's decoder.
import { isUtf8 } from 'node:buffer';
import { expect, test } from 'vitest';
import { findInvalidUtf8 } from './invalid-utf8.ts';

const text = Buffer.from('Ménière’s 𝄞 syndrome – ελ '.repeat(40));

test('valid text has none', () => {
  expect(findInvalidUtf8(text)).toBeNull();
  expect(findInvalidUtf8(Buffer.alloc(0))).toBeNull();
});

test.each([
  ['a lone lead byte', [0xe9]],
  ['a lone continuation byte', [0x80]],
  ['many of them', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80]],
  ['an overlong form', [0xc0, 0xaf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['beyond Unicode', [0xf5, 0x80, 0x80, 0x80]],
])('%s is found wherever it stands', (_, fault) => {
  for (let at = 0; at <= text.length; at += 1) {
    if (((text[at] ?? 0) & 0xc0) === 0x80) continue;
    const bytes = Buffer.concat([text.subarray(0, at), Buffer.from(fault), text.subarray(at)]);
    const found = findInvalidUtf8(bytes);
    expect(found).toBe(at);
    expect(isUtf8(bytes.subarray(0, found ?? 0))).toBe(true);
  }
});

test('a character cut off at the end is found', () => {
  expect(findInvalidUtf8(Buffer.from([0x41, 0xe2, 0x80]))).toBe(1);
});
