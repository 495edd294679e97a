// How previous codes stand to current ones, as far as the table tells.
import type { Mapping } from '@codeset/terminology';
import { describe, expect, test } from 'vitest';
import { normalizeRows } from './table-in-memory.ts';

/** `A92.8 > A92.5 related-to`. */
const shown = ({ sourceCode, targetCode, relationship }: Mapping) =>
  `${sourceCode} > ${targetCode} ${relationship}`;

describe('the relationship', () => {
  test.each([
    ['below by its characters', ['A04.71,2019,A04.7'], ['A04.7 > A04.71 source-is-broader-than-target']],
    [
      'above by its characters',
      ['I60.2,2019,I60.20-I60.22'],
      ['I60.20 > I60.2 source-is-narrower-than-target'],
    ],
    ['one for one', ['A92.5,2019,A92.8'], ['A92.8 > A92.5 related-to']],
    [
      'one for several',
      ['C49.A3,2019,C49.4', 'C49.A4,2019,C49.4'],
      ['C49.4 > C49.A3 source-is-broader-than-target', 'C49.4 > C49.A4 source-is-broader-than-target'],
    ],
    [
      'one for several, of which one came later',
      ['D75.A,2018,D55.0', 'D81.82,2019,D55.0'],
      ['D55.0 > D75.A source-is-broader-than-target', 'D55.0 > D81.82 related-to'],
    ],
    [
      'several for one',
      ['Q82.6,2019,"L05.01, L05.91"', 'Q82.7,2019,L05.91'],
      [
        'L05.01 > Q82.6 related-to',
        'L05.91 > Q82.6 related-to',
        'L05.91 > Q82.7 source-is-broader-than-target',
      ],
    ],
    ['several together', ['G56.03,2019,G56.01 and G56.02'], ['G56.01 > G56.03 related-to']],
    ['none', ['M04.8,2019,None'], ['null > M04.8 unmapped']],
    [
      'a code and those it was subdivided into later',
      ['O00.10,2018,O00.0', 'O00.101,2019,O00.0'],
      ['O00.0 > O00.10 related-to', 'O00.0 > O00.101 related-to'],
    ],
  ])('of %s', async (_, rows, expected) => {
    expect((await normalizeRows(rows)).map.mappings.map(shown)).toEqual(expected);
  });
});
