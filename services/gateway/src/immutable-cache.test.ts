// The bounds of the cache, and what goes first.
import { expect, test } from 'vitest';
import { createImmutableCache } from './immutable-cache.ts';

const cacheOf = (entries: number, bytes: number) =>
  createImmutableCache<string, string>({ entries, bytes }, (value) => value.length);

test('what is not held is undefined', () => {
  const cache = cacheOf(2, 100);
  expect(cache.get('a')).toBeUndefined();
});

test('the entry that was used longest ago goes first', () => {
  const cache = cacheOf(2, 100);
  cache.set('a', '1');
  cache.set('b', '2');
  cache.get('a');
  cache.set('c', '3');
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['1', undefined, '3']);
});

test('what is used between two that come stays, however many come', () => {
  const cache = cacheOf(10, 100);
  cache.set('kept', '1');
  for (let nth = 0; nth < 1_000; nth++) {
    cache.get('kept');
    cache.set(`passing ${nth}`, '1');
  }
  expect([cache.get('kept'), cache.get('passing 999'), cache.entries]).toEqual(['1', '1', 10]);
});

test('the newest alone is too much for a cache without room', () => {
  const cache = cacheOf(0, 100);
  cache.set('a', '1');
  expect([cache.entries, cache.bytes]).toEqual([0, 0]);
});

test('bytes are bounded, and given back', () => {
  const cache = cacheOf(100, 10);
  cache.set('a', '12345');
  cache.set('b', '12345');
  cache.set('c', '1');
  expect([cache.entries, cache.bytes, cache.get('a')]).toEqual([2, 6, undefined]);
});

test('a value that is set twice counts once', () => {
  const cache = cacheOf(100, 10);
  cache.set('a', '12345');
  cache.set('a', '123');
  expect([cache.entries, cache.bytes]).toEqual([1, 3]);
});

test('a value larger than the whole cache is not kept, and pushes nothing out', () => {
  const cache = cacheOf(100, 10);
  cache.set('a', '1');
  cache.set('b', '12345678901');
  expect([cache.entries, cache.get('a')]).toEqual([1, '1']);
});

test('without a measure, bytes are those of JSON', () => {
  const cache = createImmutableCache<number, object>({ entries: 10, bytes: 1_000 });
  cache.set(1, { a: 'b' });
  expect(cache.bytes).toBe(2 * '{"a":"b"}'.length);
});

test('what was found and what was not is counted', () => {
  const cache = createImmutableCache<string, number>({ entries: 2, bytes: 100 });
  cache.set('a', 1);
  for (const key of ['a', 'a', 'b']) cache.get(key);
  expect([cache.hits, cache.misses]).toEqual([2, 1]);
});
