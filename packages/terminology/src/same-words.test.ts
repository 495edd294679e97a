// Which texts are the same but for how they are written.
import { describe, expect, test } from 'vitest';
import { sameWords, wordOverlap } from './same-words.ts';

describe('the same words', () => {
  test.each([
    ['Non-Hodgkin lymphoma', 'non hodgkin lymphoma'],
    ['Fracture of forearm, unspecified', 'Fracture of forearm unspecified'],
    ['Noninfective enteritis', 'Non-infective enteritis'],
    ['weeks 10-19', 'weeks 10 - 19'],
    ['Crohn’s disease', "Crohn's disease"],
    ['a  b', 'a b'],
  ])('%s = %s', (a, b) => {
    expect(sameWords(a, b)).toBe(true);
  });

  test.each([
    ['Body mass index <40', 'Body mass index >40'],
    ['1.5 mg', '15 mg'],
    ['weeks 10-19', 'weeks 1019'],
    ['10 %', '10'],
    ['1.5', '1-5'],
    ['open fracture', 'closed fracture'],
  ])('%s is not %s', (a, b) => {
    expect(sameWords(a, b)).toBe(false);
  });
});

test('texts overlap by their words', () => {
  expect(wordOverlap('acute kidney failure', 'kidney failure, acute')).toBe(1);
  expect(wordOverlap('acute kidney failure', 'chronic liver disease')).toBe(0);
  expect(wordOverlap('pain in knee', 'pain in hip')).toBeCloseTo(2 / 3);
  expect(wordOverlap('', '')).toBe(1);
});
