// What is remembered of questions.
import { expect, test } from 'vitest';
import { askedLately } from './asked-lately.ts';

test('a text is known the second time, and others are not', () => {
  const known = askedLately();
  expect(['a', 'b', 'a', 'b', 'ab', ''].map(known)).toEqual([false, false, true, true, false, false]);
});

test('texts that differ in one character are told apart', () => {
  const known = askedLately();
  const texts = Array.from({ length: 10_000 }, (_, nth) => `{"query":"{ q }","variables":{"nth":${nth}}}`);
  expect(texts.filter(known)).toEqual([]);
});

test('what was asked long ago is forgotten', () => {
  const known = askedLately();
  known('long ago');
  for (let nth = 0; nth < 2_000_000; nth++) known(`${nth}`);
  expect(known('long ago')).toBe(false);
});
