// The forms in which words are found, and how far apart two words are.
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { isStopWord, wordForm, wordsIn } from './words.ts';

test.each([
  ['Fractures', 'fracture'],
  ['Biopsies', 'biopsy'],
  ['diagnoses', 'diagnosis'],
  ['fistulae', 'fistula'],
  ['toes', 'toe'],
  ['Ménière', 'meniere'],
  ['Sézary', 'sezary'],
  ['haemorrhage', 'hemorrhage'],
  ['oedema', 'edema'],
  ['tumours', 'tumor'],
  ['four', 'four'],
  ['abscess', 'abscess'],
  ['virus', 'virus'],
  ['B12', 'b12'],
])('%s is found by %s', (word, form) => {
  expect(wordForm(word)).toBe(form);
});

test('words stand where they stand, without the possessive', () => {
  expect(wordsIn("Crohn's disease [regional]")).toEqual([
    { form: 'crohn', start: 0, end: 7 },
    { form: 'disease', start: 8, end: 15 },
    { form: 'regional', start: 17, end: 25 },
  ]);
  expect(['the', 'of', 'without'].map((word) => isStopWord(wordForm(word)))).toEqual([true, true, false]);
  expect(wordsIn(' \u0000 — 🫀')).toEqual([]);
});

test.each([
  ['aspirin', 'aspirin', 0],
  ['aspirin', 'asprin', 1],
  ['aspirin', 'apsirin', 1], // two letters that changed places
  ['diabetes', 'diabetis', 1],
  ['pneumonia', 'neumonai', 2],
  ['heart', 'stomach', 3],
  ['a', 'abcdef', 3],
])('%s and %s are %i slips apart, or too many', (a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
  expect(editDistance(b, a, 2)).toBe(distance);
});
