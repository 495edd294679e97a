// A URI leads to the same key whatever release part it carries.
import { describe, expect, it } from 'vitest';
import { identifierKey } from './identifier-key.ts';

const forms = [
  {
    title: 'Foundation or linearization URI',
    pattern:
      '^https?://id\\.who\\.int/icd/(?:entity|release/11/(?:[^/]+/)?mms)/(\\d+(?:/(?:other|unspecified))?)$',
    key: '$1',
  },
];

describe('the key that an identifier means', () => {
  it.each([
    ['http://id.who.int/icd/entity/257068234', '257068234'],
    [' https://id.who.int/icd/release/11/2024-01/mms/257068234 ', '257068234'],
    ['http://id.who.int/icd/release/11/mms/257068234/other', '257068234/other'],
  ])('%s', (text, key) => {
    expect(identifierKey(forms, text)).toBe(key);
  });

  it.each(['1A00', 'http://id.who.int/icd/entity/', `http://id.who.int/icd/entity/${'1'.repeat(300)}`, ''])(
    'none: %s',
    (text) => {
      expect(identifierKey(forms, text)).toBeNull();
    },
  );
});
