// The word-level diff: both texts can be read out of it.
import { expect, test } from 'vitest';
import { diffOfWords, type WordRun } from './word-diff.ts';

const textOf = (runs: readonly WordRun[], without: WordRun['change']) =>
  runs
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('');

test('a word that is replaced is one run removed and one added', () => {
  expect(diffOfWords('Acute kidney failure', 'Acute renal failure')).toEqual([
    { change: 'same', text: 'Acute ' },
    { change: 'removed', text: 'kidney' },
    { change: 'added', text: 'renal' },
    { change: 'same', text: ' failure' },
  ]);
});

test.each([
  ['', 'new'],
  ['Type 2 diabetes mellitus w/o complications', 'Type 2 diabetes mellitus, without complications'],
  ['a  b', 'a b'],
  ['Sézary disease', 'Sezary’s disease (C84.1-)'],
])('both texts can be read out of the runs: %s → %s', (before, after) => {
  const runs = diffOfWords(before, after);
  expect(textOf(runs, 'added')).toBe(before);
  expect(textOf(runs, 'removed')).toBe(after);
});
