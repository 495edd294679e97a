// The kinds of change of an index entry, from its two lines.
import type { IndexContent } from '@codeset/terminology';
import { describe, expect, test } from 'vitest';
import { toIndexChange } from './index-change.ts';
import { referenceOf } from './index-under-test.ts';

const row = { position: 3, subtreeEnd: 3, parent: null, contentId: 1, depth: 0, kind: 'diseases' };

const content: IndexContent = {
  term: 'Acidosis',
  title: 'Acidosis(lactic)',
  modifiers: ['(lactic)'],
  letter: 'A',
  references: [referenceOf('E87.2'), referenceOf('see Alkalosis')],
};

const side = (more: Partial<IndexContent> = {}, path = ['Acidosis']) => ({
  row,
  line: { path, content: { ...content, ...more } },
});

describe('kinds of change', () => {
  test.each([
    ['nothing', {}, null],
    ['another title', { title: 'Acidosis (lactic)' }, ['reworded', true]],
    ['another modifier', { title: 'Acidosis(renal)', modifiers: ['(renal)'] }, ['reworded', false]],
    ['modifiers told apart in another way', { modifiers: ['(lac', 'tic)'] }, ['reworded', true]],
    [
      'another code',
      { references: [referenceOf('E87.20'), referenceOf('see Alkalosis')] },
      ['leadsElsewhere', false],
    ],
    [
      'the same leads in another order',
      { references: content.references.toReversed() },
      ['leadsElsewhere', false],
    ],
    ['another letter', { letter: 'B' }, ['moved', false]],
    [
      'all of it',
      { letter: 'B', title: 'ACIDOSIS', references: [] },
      ['moved,reworded,leadsElsewhere', false],
    ],
  ])('%s', (_what, more, expected) => {
    const change = toIndexChange({ from: side(), to: side(more), moved: false });
    expect(change && [change.kinds.join(), change.cosmetic]).toEqual(expected);
  });

  test('in one release only', () => {
    expect(toIndexChange({ from: null, to: side(), moved: false })).toMatchObject({
      kinds: ['added'],
      from: null,
    });
    expect(toIndexChange({ from: side(), to: null, moved: false })).toMatchObject({
      kinds: ['removed'],
      to: null,
    });
  });

  test('found elsewhere: on another path, or at the other place of a path that occurs twice', () => {
    const elsewhere = toIndexChange({ from: side(), to: side({}, ['Renal', 'Acidosis']), moved: true });
    expect(elsewhere?.kinds).toEqual(['moved']);
    expect(toIndexChange({ from: side(), to: side({}, ['acidosis']), moved: true })).toBeNull();
  });
});
