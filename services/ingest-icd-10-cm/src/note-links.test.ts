// The codes that notes name: what is found, and what only looks like one.
import { describe, expect, it } from 'vitest';
import { findLinks, leadsSomewhere } from './note-links.ts';

const shown = (text: string) =>
  findLinks(text).map(
    ({ from, to, below }) => `${from}${to === null ? '' : `..${to}`}${below ? ' below' : ''}`,
  );

describe('findLinks', () => {
  it.each([
    ['resistance to antimicrobial drugs (Z16.-)', ['Z16 below']],
    ['Fracture of forearm (S52.0-)', ['S52.0 below']],
    ['certain infectious diseases (A00-B99)', ['A00..B99']],
    ['deformities (Q67.0-Q67.4)', ['Q67.0..Q67.4']],
    ['arthritis (M05.- -M06.-)', ['M05..M06 below']],
    ['headache (G43.--G44.-)', ['G43..G44 below']],
    ['abnormality (O34.-O35.-)', ['O34..O35 below']],
    ['Conditions in O00 to O08', ['O00..O08']],
    ['influenza (J09.X3, J10.2, J11.2)', ['J09.X3', 'J10.2', 'J11.2']],
    ['code to identify: F10.-with .12', ['F10 below']],
    ['conditions classifiable to I60-I67 as the cause', ['I60..I67']],
    ['any condition in I10 with heart failure', ['I10']],
    ['except those in B36.-', ['B36 below']],
    ['Categories D37-D44, and D48 classify by site', ['D37..D44', 'D48']],
    ['sequela (T81.320S).', ['T81.320S']],
    ['see category C7A.', ['C7A']],
    ['peritonitis K65.-', ['K65 below']],
    ['subcategories S06.1- to S06.9-, S06.A-', ['S06.1..S06.9 below', 'S06.A below']],
  ])('finds the codes in “%s”', (text, links) => {
    expect(shown(text)).toEqual(links);
  });

  it.each([
    'vitamin B12 deficiency',
    'anemia due to Vitamin B12 or folate',
    'Anoctamin-5-related LGMD R12',
    'LGMD R22 collagen 6-related',
    'influenza A/H1N1',
    'E. coli O157:H7',
    'glucose-6-phosphate [G6PD] deficiency',
    'poisoning by H2-receptor blockers',
    'C2-C3 disc disorder',
    'fibrosis stage F1 or F2',
  ])('finds none in “%s”', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it('keeps the text as written', () => {
    expect(findLinks('arthritis (M05.- -M06.-)')[0]?.text).toBe('M05.- -M06.-');
  });
});

describe('leadsSomewhere', () => {
  const targets = { exists: (code: string) => ['I60', 'I63', 'T63.81'].includes(code) };
  const leads = (text: string) => findLinks(text).map((link) => leadsSomewhere(link, targets));

  it('keeps ranges that end in a gap, drops codes that are not there and ranges that run backwards', () => {
    expect(leads('(I60-I64)')).toEqual([true]);
    expect(leads('(V94.X)')).toEqual([false]);
    expect(leads('(T63.81-R63.83)')).toEqual([false]);
  });
});
