// Titles of the index with nonessential modifiers in them.
import { describe, expect, it } from 'vitest';
import { indexTitle } from './index-title.ts';

/** `a<b>c`: what stands in < > is a modifier. */
function title(text: string) {
  const parts = text.split(/(<[^>]*>)/).filter((part) => part !== '');
  return indexTitle(parts.map((part) => ({ nemod: part.startsWith('<'), text: part.replace(/^<|>$/g, '') })));
}

describe('indexTitle', () => {
  it.each([
    ['Aarskog syndrome', 'Aarskog syndrome', 'Aarskog syndrome', []],
    [
      'Abasia<(-astasia) (hysterical)>',
      'Abasia',
      'Abasia(-astasia) (hysterical)',
      ['(-astasia)', '(hysterical)'],
    ],
    ['vein<(peripheral)> NEC', 'vein NEC', 'vein(peripheral) NEC', ['(peripheral)']],
    ['Failure<(acute)>, heart', 'Failure, heart', 'Failure(acute), heart', ['(acute)']],
    ['Bouveret<(-Hoffmann)>syndrome', 'Bouveret syndrome', 'Bouveret(-Hoffmann)syndrome', ['(-Hoffmann)']],
    ['<(gastro)>enteritis', 'enteritis', '(gastro)enteritis', ['(gastro)']],
    ['<(taser)>', '(taser)', '(taser)', ['(taser)']],
    ['foot<(except toe(s) alone)>', 'foot', 'foot(except toe(s) alone)', ['(except toe(s) alone)']],
    [
      'cough<(on) chronic (congestive)>',
      'cough',
      'cough(on) chronic (congestive)',
      ['(on) chronic (congestive)'],
    ],
    ['paint<(solvent)(vapor)>', 'paint', 'paint(solvent)(vapor)', ['(solvent)', '(vapor)']],
    [
      'lung<(Hanta) (cardio)-pulmonary syndrome)>',
      'lung',
      'lung(Hanta) (cardio)-pulmonary syndrome)',
      ['(Hanta) (cardio)-pulmonary syndrome)'],
    ],
    ['true', 'true', 'true', []],
    ['13', '13', '13', []],
  ])('%s', (text, term, whole, modifiers) => {
    expect(title(text)).toEqual({ term, title: whole, modifiers });
  });
});
