// The best of a long list, and long sorts that give others their turns.
import { Turns } from '@codeset/comparison';
import { randomOf } from '@codeset/test-kit';
import { expect, test } from 'vitest';
import { sortSmallest } from './best-first.ts';
import { packStrings, placeIn, placesOfPrefix, stringAt } from './packed-strings.ts';
import { sortInTurns } from './sort-in-turns.ts';

test.each([0, 1, 999, 1_001, 5_000, 20_000])('the smallest of %i numbers come first, in order', (size) => {
  const random = randomOf(size);
  for (const span of [3, size, 1_000_000]) {
    const values = Float64Array.from({ length: size }, () => Math.floor(random() * span));
    const sorted = values.slice().sort();
    for (const count of [0, 1, 10, 1_500, size]) {
      const found = values.slice();
      sortSmallest(found, count);
      expect(found.subarray(0, count)).toEqual(sorted.subarray(0, count));
      expect(found.slice().sort()).toEqual(sorted);
    }
  }
});

test('a long list is sorted as a short one is, equal values in the order in which they stood', async () => {
  const random = randomOf(7);
  const values = Array.from({ length: 20_000 }, (_none, place) => ({
    key: Math.floor(random() * 500),
    place,
  }));
  const sorted = await sortInTurns(values, (a, b) => a.key - b.key, new Turns());
  expect(sorted).toEqual([...values].sort((a, b) => a.key - b.key));
  expect(await sortInTurns([], () => 0, new Turns())).toEqual([]);
});

test('packed strings are found by themselves and by their beginnings', async () => {
  const packed = await packStrings(['', 'a', 'ab', 'abc', 'b', 'é'], new Turns());
  expect([0, 3, 5].map((place) => stringAt(packed, place))).toEqual(['', 'abc', 'é']);
  expect(['', 'ab', 'aba', 'z', 'ü'].map((sought) => placeIn(packed, sought))).toEqual([0, 2, 3, 5, 6]);
  expect(placesOfPrefix(packed, 'ab')).toEqual({ first: 2, end: 4 });
  expect(placesOfPrefix(packed, 'x')).toEqual({ first: 5, end: 5 });
  expect(placesOfPrefix(await packStrings([], new Turns()), 'x')).toEqual({ first: 0, end: 0 });
});

test('of many strings each stands at its place', async () => {
  const many = Array.from({ length: 10_000 }, (_none, i) => `s${String(i).padStart(5, '0')}`);
  const packed = await packStrings(many, new Turns());
  expect(many.map((_one, place) => stringAt(packed, place))).toEqual(many);
});
