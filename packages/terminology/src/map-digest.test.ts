// The digest of a map changes with every member of every mapping, and with their order.
import { describe, expect, test } from 'vitest';
import type { Mapping } from './concept-map.ts';
import { MapDigest } from './map-digest.ts';

const one: Mapping = {
  sourceCode: 'A1',
  sourceTo: null,
  sourceBelow: false,
  sourceWith: [],
  targetCode: 'B1',
  relationship: 'related-to',
  properties: [],
  place: 'line 2',
};

function digestOf(...mappings: readonly Mapping[]): string {
  const digest = new MapDigest();
  for (const mapping of mappings) digest.add(mapping);
  return digest.finish();
}

describe('MapDigest', () => {
  test.each<Partial<Mapping>>([
    { sourceCode: 'A2' },
    { sourceCode: null },
    { sourceTo: 'A9' },
    { sourceBelow: true },
    { sourceWith: [{ text: 'A3', from: 'A3', to: null, below: false }] },
    { targetCode: null },
    { relationship: 'equivalent' },
    { properties: [{ code: 'remark', value: '' }] },
    { place: 'line 3' },
  ])('differs with %o', (change) => {
    expect(digestOf({ ...one, ...change })).not.toBe(digestOf(one));
  });

  test('differs with the order and the number, and with nothing else', () => {
    const other = { ...one, targetCode: 'B2' };
    expect(digestOf(one, other)).not.toBe(digestOf(other, one));
    expect(digestOf(one, one)).not.toBe(digestOf(one));
    expect(digestOf(one, other)).toBe(digestOf({ ...one }, { ...other }));
    const { place, ...members } = one;
    expect(digestOf({ place, ...members })).toBe(digestOf(one));
  });
});
