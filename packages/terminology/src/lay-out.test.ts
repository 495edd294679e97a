// The laws of a laid-out tree, on trees made at random and on broken walks.
import { describe, expect, test } from 'vitest';
import { layOut } from './lay-out.ts';

/** A small generator with a seed, so that a failing tree can be made again. */
function randomSource(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

function randomWalk(seed: number): { key: string; parentKey: string | null }[] {
  const random = randomSource(seed);
  const walk: { key: string; parentKey: string | null }[] = [];
  const open: string[] = [];
  for (let at = 0; at < 200; at++) {
    open.length = open.length === 0 ? 0 : random(open.length + 1);
    const key = `k${at}`;
    walk.push({ key, parentKey: open.at(-1) ?? null });
    open.push(key);
  }
  return walk;
}

describe('layOut', () => {
  test.each(Array.from({ length: 50 }, (_, seed) => seed))('keeps the laws of a tree (seed %i)', (seed) => {
    const walk = randomWalk(seed);
    const { places, problems } = layOut(walk);
    expect(problems).toEqual([]);
    for (const [at, place] of places.entries()) {
      const parent = place.parent === null ? null : places[place.parent];
      expect(place.position).toBe(at);
      expect(walk[place.parent ?? -1]?.key ?? null).toBe(walk[at]?.parentKey);
      expect(place.depth).toBe(parent ? parent.depth + 1 : 0);
      const below = places
        .filter((other) => isBelow(walk, other.position, at))
        .map(({ position }) => position);
      expect(below).toEqual(Array.from({ length: place.subtreeEnd - at }, (_, step) => at + 1 + step));
    }
  });

  test('a key that stands twice is named', () => {
    const { problems } = layOut([root('A'), root('B'), root('A')]);
    expect(problems).toEqual([
      { key: 'A', rule: 'no-code-twice', message: 'A stands twice in the release.' },
    ]);
  });

  test('an orphan is named with the parent it wants', () => {
    const { problems } = layOut([root('A'), { key: 'B', parentKey: 'C' }, root('C')]);
    expect(problems.map(({ key, rule }) => [key, rule])).toEqual([['B', 'parent-exists']]);
  });

  test('a cycle cannot be laid out', () => {
    const { problems } = layOut([
      { key: 'A', parentKey: 'B' },
      { key: 'B', parentKey: 'A' },
    ]);
    expect(problems.map(({ key, rule }) => [key, rule])).toEqual([['A', 'parent-exists']]);
    expect(layOut([{ key: 'A', parentKey: 'A' }]).problems).toHaveLength(1);
  });

  test('a member that stands apart from its siblings is named', () => {
    const { problems } = layOut([
      root('A'),
      { key: 'A1', parentKey: 'A' },
      root('B'),
      { key: 'A2', parentKey: 'A' },
    ]);
    expect(problems.map(({ key, rule }) => [key, rule])).toEqual([['A2', 'pre-order']]);
  });
});

function root(key: string): { key: string; parentKey: null } {
  return { key, parentKey: null };
}

function isBelow(walk: readonly { parentKey: string | null }[], at: number, above: number): boolean {
  const keys = walk.map((_, position) => `k${position}`);
  for (
    let here = walk[at]?.parentKey ?? null;
    here !== null;
    here = walk[keys.indexOf(here)]?.parentKey ?? null
  ) {
    if (here === keys[above]) return true;
  }
  return false;
}
