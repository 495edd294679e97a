// Hits that are kept: of the same question only, as many as are asked for, within bounds.
import type { SearchAnswer, SearchHit } from '@codeset/search';
import { expect, test } from 'vitest';
import { keptHits } from './kept-hits.ts';

/** Finds `total` hits, and counts how often it is asked. */
function finding(total: number) {
  const asked: number[] = [];
  const find = (most: number): SearchAnswer => {
    asked.push(most);
    const hits = Array.from({ length: Math.min(most, total) }, (_none, position): SearchHit => {
      return { position, field: 'title', source: 0, text: position, tier: 1, score: 1, rank: 0 };
    });
    return { total, hits, words: new Set(['wound']) };
  };
  return { asked, find };
}

test('a question is searched once, its first fifty hits at once', () => {
  const { find } = keptHits(1_000_000);
  const { asked, find: search } = finding(1_000);
  expect(find('a', 0, search).total).toBe(1_000);
  expect(find('a', 21, search).hits).toHaveLength(50);
  expect(find('a', 50, search).hits).toHaveLength(50);
  expect(asked).toEqual([50]);
  expect(find('b', 10, search).total).toBe(1_000);
  expect(asked).toEqual([50, 50]);
});

test('more hits than are kept are searched again, and then kept; where there are no more, none are searched for', () => {
  const { find } = keptHits(1_000_000);
  const { asked, find: search } = finding(70);
  find('a', 10, search);
  expect(find('a', 60, search).hits).toHaveLength(60);
  expect(find('a', 20, search).hits).toHaveLength(60);
  expect(find('a', 100, search).hits).toHaveLength(70);
  expect(find('a', 200, search).hits).toHaveLength(70);
  expect(asked).toEqual([50, 60, 100]);
});

test('what there is no room for is found again each time', () => {
  const { find, figures } = keptHits(100);
  const { asked, find: search } = finding(3);
  expect(find('a', 3, search).hits).toHaveLength(3);
  expect(find('a', 3, search).hits).toHaveLength(3);
  expect([asked.length, figures.entries, figures.bytes]).toEqual([2, 0, 0]);
});
