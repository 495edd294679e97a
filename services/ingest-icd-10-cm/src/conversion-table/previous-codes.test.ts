// Every form in which the nine tables of 2017 to 2025 name previous codes, and forms that are not read.
import { describe, expect, test } from 'vitest';
import { type PreviousCode, readPreviousCodes } from './previous-codes.ts';

/** A code or range as a short text: `A-B`, `A+` with all below; `&` before what is needed together with it. */
function shown(alternatives: readonly PreviousCode[] | null): string | null {
  if (alternatives === null) return null;
  return alternatives
    .map((alternative) =>
      [alternative.source, ...alternative.with]
        .map(({ from, to, below }) => `${from}${to === null ? '' : `-${to}`}${below ? '+' : ''}`)
        .join(' & '),
    )
    .join(' | ');
}

describe('readPreviousCodes', () => {
  test.each([
    // as published, as read, a current code that has it
    ['A92.8', 'A92.8', 'A92.5'],
    ['T40.7X3D ', 'T40.7X3D', 'T40.713D'],
    ['None', '', 'M04.8'],
    ['L05.01, L05.91', 'L05.01 | L05.91', 'Q82.6'],
    ['S72.8X1A, S72.8X2A, S72.8X9A', 'S72.8X1A | S72.8X2A | S72.8X9A', 'M84.750A'],
    ['E75.240, E75.241, E75.248, E75.249 ', 'E75.240 | E75.241 | E75.248 | E75.249', 'E75.244'],
    [
      'J68.0, J68.9, J69.1, J80, J82, J84.114, J84.89, Z72.0',
      'J68.0 | J68.9 | J69.1 | J80 | J82 | J84.114 | J84.89 | Z72.0',
      'U07.0',
    ],
    ['P78.89; E83.118', 'P78.89 | E83.118', 'P78.84'],
    ['S20.211A; S20.212A; S20.219A', 'S20.211A | S20.212A | S20.219A', 'S20.214A'],
    ['I60.20-I60.22', 'I60.20-I60.22', 'I60.2'],
    ['H05.011-H05.013; H05.019', 'H05.011-H05.013 | H05.019', 'L03.213'],
    ['Codes in Categories T15-T19', 'T15-T19+', 'W44.A0XA'],
    ['G56.01 and G56.02', 'G56.01 & G56.02', 'G56.03'],
    ['I63.011 AND I63.012', 'I63.011 & I63.012', 'I63.013'],
    ['M93.001 & M93.002', 'M93.001 & M93.002', 'M93.004'],
    ['G11.8 and E23.0 and K00.0', 'G11.8 & E23.0 & K00.0', 'G11.5'],
    ['H02.201, H02.202, H02.204 and H02.205', 'H02.201 & H02.202 & H02.204 & H02.205', 'H02.20C'],
    ['H44.20-H44.23 and H35.30', 'H44.20-H44.23 & H35.30', 'H44.2B1'],
    ['H44.20-H44.23 and H35.051-H35.059', 'H44.20-H44.23 & H35.051-H35.059', 'H44.2A1'],
    ['I63.- and P91.88', 'I63+ & P91.88', 'P91.821'],
    ['K59.09 AND Code from categories T36-T50', 'K59.09 & T36-T50+', 'K59.03'],
    ['K31.89 and a code from R11-', 'K31.89 & R11+', 'R11.15'],
  ])('reads “%s” as “%s” (%s)', (published, read) => {
    expect(shown(readPreviousCodes(published))).toBe(read);
  });

  test.each([
    ['NONE.', ''],
    ['I63-', 'I63+'],
    ['S52.5- ', 'S52.5+'],
    ['A00 – A09', 'A00-A09'],
    ['T15.-–T19.-', 'T15-T19+'],
    ['G93.3 or R53.82', 'G93.3 | R53.82'],
    ['a code from category R11', 'R11+'],
    ['E11.69, and R40.20', 'E11.69 & R40.20'],
    ['T407X3D', 'T40.7X3D'],
    ['t40.7x3d', null],
    ['T40.7x3D', 'T40.7X3D'],
  ])('reads the neighbouring form “%s” as “%s”', (published, read) => {
    expect(shown(readPreviousCodes(published))).toBe(read);
  });

  test.each([
    [''],
    ['New code'],
    ['G93.3; R53.82 and R40.20'],
    ['G93.3, '],
    ['G93.3 R53.82'],
    ['A00-A05-A09'],
    ['see index'],
    ['and G93.3'],
    ['E11.12345'],
  ])('does not guess at “%s”', (published) => {
    expect(readPreviousCodes(published)).toBeNull();
  });

  test('keeps the words in which a code is named', () => {
    expect(readPreviousCodes('K31.89 and a code from R11-')?.[0]?.with).toEqual([
      { text: 'a code from R11-', from: 'R11', to: null, below: true },
    ]);
  });
});
