// The digest of a map changes with every member of every mapping, and with their order.
import { describe, expect, test } from 'vitest';
import type { Mapping, MentionedConcept } from './concept-map.ts';
import { digestOfMap, MapDigest } from './map-digest.ts';

const one: Mapping = {
  sourceCode: 'A1',
  sourceKey: null,
  sourceTo: null,
  sourceBelow: false,
  sourceWith: [],
  targetCode: 'B1',
  targetKey: null,
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
    { sourceKey: '1' },
    { targetKey: '1' },
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

  test('differs with what is said of concepts and with the releases it is between, and not where nothing is', () => {
    const mention: MentionedConcept = {
      side: 'source',
      key: 'A1',
      code: 'A1',
      kind: null,
      depthInKind: null,
      chapter: null,
      title: 'One',
    };
    const bare = { mappings: [one], mentions: [], between: { source: null, target: null } };
    expect(digestOfMap(bare)).toBe(digestOf(one));
    const others = [
      { ...bare, mentions: [mention] },
      { ...bare, mentions: [{ ...mention, side: 'target' as const }] },
      { ...bare, mentions: [{ ...mention, title: null }] },
      { ...bare, between: { source: '2018', target: null } },
      { ...bare, between: { source: null, target: '2018' } },
    ].map(digestOfMap);
    expect(new Set([digestOf(one), ...others]).size).toBe(others.length + 1);
  });
});
