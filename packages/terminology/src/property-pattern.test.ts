// Properties that follow from the key: the first form that fits gives the value.
import { describe, expect, it } from 'vitest';
import { propertiesByKey } from './property-pattern.ts';

const patterns = [
  { code: 'foundation-uri', forms: [{ key: '^\\d+$', value: 'http://example.org/entity/$&' }] },
  {
    code: 'browser-link',
    forms: [
      { key: '^(\\d+)$', value: 'http://example.org/browse#$1' },
      { key: '^(\\d+)/other$', value: 'http://example.org/browse#$1%2Fother' },
    ],
  },
];

const propertiesOf = propertiesByKey(patterns);

describe('properties of a key', () => {
  it('follow its forms', () => {
    expect(propertiesOf('12')).toEqual([
      { code: 'foundation-uri', value: 'http://example.org/entity/12' },
      { code: 'browser-link', value: 'http://example.org/browse#12' },
    ]);
    expect(propertiesOf('12/other')).toEqual([
      { code: 'browser-link', value: 'http://example.org/browse#12%2Fother' },
    ]);
  });

  it('are none where no form fits, and where a release has no patterns', () => {
    expect(propertiesOf('12/unspecified')).toEqual([]);
    expect(propertiesByKey([])('12')).toEqual([]);
  });
});
