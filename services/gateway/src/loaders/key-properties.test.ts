// Patterns made ready give what terminology's own reading of them gives.
import { icd11Of2024 } from '@codeset/test-kit';
import { propertiesOfKey } from '@codeset/terminology';
import { expect, test } from 'vitest';
import { preparePatterns } from './key-properties.ts';

test('the same properties for every key, and the same for a key that is asked again', () => {
  const patterns = icd11Of2024.frontMatter?.propertyPatterns ?? [];
  const propertiesOf = preparePatterns(patterns);
  const keys = [...icd11Of2024.concepts.map(({ key }) => key), '', 'chapter:1', '105/other/x', '105/other'];
  for (const key of keys) expect(propertiesOf(key)).toEqual(propertiesOfKey(patterns, key));
  expect(propertiesOf('105/other')).toEqual([
    { code: 'browser-link', value: 'https://browser.example/#105%2Fother' },
  ]);
  expect(preparePatterns([])('105')).toEqual([]);
});
