// What changed between two releases of a map: each kind of change, and the laws on generated releases.
import { aMapping } from '@codeset/test-kit';
import { describe, expect, test } from 'vitest';
import { compareMaps, type MapChange } from './compare-maps.ts';
import type { PropertyValue } from './concept.ts';
import type { Mapping } from './concept-map.ts';

const mapping = (sourceCode: string | null, targetCode: string | null, properties: PropertyValue[] = []) =>
  aMapping(sourceCode, targetCode, { properties });
const told = (changes: readonly MapChange[]) =>
  changes.map(({ sourceCode, kinds }) => [sourceCode, ...kinds]);

describe('a source', () => {
  test('came or went', () => {
    expect(
      told(compareMaps([mapping('A', '1'), mapping('B', '2')], [mapping('C', '3'), mapping('A', '1')])),
    ).toEqual([
      ['C', 'sourceAdded'],
      ['B', 'sourceRemoved'],
    ]);
  });

  test('leads elsewhere, to more, or to none', () => {
    const [change] = compareMaps(
      [mapping('A', '1'), mapping('A', '2')],
      [mapping('a', '1'), mapping('A', '3')],
    );
    expect(change).toMatchObject({
      kinds: ['targetAdded', 'targetRemoved'],
      added: [{ targetCode: '3' }],
      removed: [{ targetCode: '2' }],
    });
    expect(told(compareMaps([mapping('A', '1')], [mapping('A', null)]))).toEqual([
      ['A', 'targetAdded', 'targetRemoved'],
    ]);
  });

  test('has something else said of its target; what names the release is not compared', () => {
    const flags = (value: string) => [{ code: 'flags', value }];
    const [change] = compareMaps([mapping('A', '1', flags('0'))], [mapping('A', '1', flags('1'))]);
    expect(change).toMatchObject({ kinds: ['changed'], added: [], removed: [] });
    expect(change?.changed[0]?.after.properties).toEqual(flags('1'));
    expect(compareMaps([mapping('A', '1', flags('0'))], [mapping('A', '1', flags('1'))], ['flags'])).toEqual(
      [],
    );
    const [broader] = compareMaps(
      [mapping('A', '1')],
      [{ ...mapping('A', '1'), relationship: 'equivalent' }],
    );
    expect(broader?.kinds).toEqual(['changed']);
  });

  test('has the same targets in another order; the same one in another scenario is another', () => {
    const scenario = (value: number) => [{ code: 'scenario', value }];
    const two = [mapping('A', '1'), mapping('A', '2')];
    expect(told(compareMaps(two, [...two].reverse()))).toEqual([['A', 'reordered']]);
    const moved = compareMaps([mapping('A', '1', scenario(1))], [mapping('A', '1', scenario(2))]);
    expect(told(moved)).toEqual([['A', 'targetAdded', 'targetRemoved']]);
  });

  test('that is none goes by its target, and an entity by its key', () => {
    expect(
      compareMaps([mapping(null, '1'), mapping(null, '2')], [mapping(null, '2'), mapping(null, '1')]),
    ).toEqual([]);
    const [recoded] = compareMaps(
      [{ ...mapping('A', '1'), targetKey: '10' }],
      [{ ...mapping('A', '2'), targetKey: '10' }],
    );
    expect(recoded).toMatchObject({
      kinds: ['changed'],
      changed: [{ before: { targetCode: '1' }, after: { targetCode: '2' } }],
    });
  });
});

describe('laws, on generated releases', () => {
  /** The same numbers in every run. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
  }
  function generated(seed: number): Mapping[] {
    const next = random(seed);
    const pick = (most: number) => Math.floor(next() * most);
    return Array.from({ length: 200 }, () =>
      mapping(`S${pick(60)}`, pick(10) === 0 ? null : `T${pick(12)}`, [
        { code: 'flags', value: String(pick(2)) },
      ]),
    );
  }
  const pairs = [1, 2, 3, 4, 5].map((seed) => [generated(seed), generated(seed + 100)] as const);
  const facts = (mappings: readonly Mapping[]) => mappings.map((one) => JSON.stringify(one)).sort();

  test.each(pairs)('nothing changed from a release to itself', (a) => {
    expect(compareMaps(a, a)).toEqual([]);
  });

  test.each(pairs)('what one way adds the other way removes', (a, b) => {
    const [there, back] = [compareMaps(a, b), compareMaps(b, a)];
    const all = (changes: readonly MapChange[], side: 'added' | 'removed') =>
      changes.flatMap((change) => change[side]);
    expect(all(there, 'added').length).toBeGreaterThan(0);
    expect(facts(all(there, 'added')).length).toBe(all(back, 'removed').length);
    expect(facts(all(there, 'added'))).toEqual(facts(all(back, 'removed')));
  });

  test.each(pairs)('the changes, applied to the one, give the other', (a, b) => {
    const changes = compareMaps(a, b);
    const gone = new Set(
      changes.flatMap(({ removed, changed }) => [...removed, ...changed.map(({ before }) => before)]),
    );
    const come = changes.flatMap(({ added, changed }) => [...added, ...changed.map(({ after }) => after)]);
    expect(facts([...a.filter((one) => !gone.has(one)), ...come])).toEqual(facts(b));
  });
});
