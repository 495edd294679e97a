// What an entry leads to, before and after.
import { expect, test } from 'vitest';
import { compareReferences } from './index-references.ts';
import { referenceOf } from './index-under-test.ts';

const list = (text: string) => text.split(', ').filter(Boolean).map(referenceOf);

test.each([
  ['the same', 'I10, see Heart', 'I10, see Heart', []],
  ['a code for a code', 'I10', 'I11.-', ['I10 → I11.-']],
  ['cells stand opposite by column', '2:C1, 3:C2, 4:C3', '2:C1, 3:C9', ['C2 → C9', 'C3 → ']],
  ['words for a code are no pair', 'I10', 'see Heart', ['I10 → ', ' → Heart']],
  ['what both have is left out first', 'I10, I11', 'I11, I12', ['I10 → I12']],
  ['of a new entry all came', '', 'I10, see Heart', [' → I10', ' → Heart']],
  ['another order alone is no difference of one reference', 'I10, I11', 'I11, I10', []],
])('%s', (_what, before, after, expected) => {
  const changes = compareReferences(list(before), list(after));
  expect(changes.map((change) => `${change.before?.text ?? ''} → ${change.after?.text ?? ''}`)).toEqual(
    expected,
  );
});
