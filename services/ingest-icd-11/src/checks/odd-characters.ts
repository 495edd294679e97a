// Titles are kept as published; characters that a reader doesn't see are counted, so that nobody wonders.
import type { Finding } from '@codeset/terminology';
import type { TabulationRow } from '../tabulation-row.ts';

const unseen = [
  { character: '\u00a0', name: 'no-break spaces' },
  { character: '\u200b', name: 'zero-width spaces' },
];

/** One info finding for each such character that occurs in English titles. */
export function oddCharacters(rows: readonly TabulationRow[], file: string): Finding[] {
  return unseen.flatMap(({ character, name }) => {
    const count = rows.filter(({ title }) => title.includes(character)).length;
    if (count === 0) return [];
    const message = `${count} titles hold ${name}, kept as published.`;
    return [{ severity: 'info', rule: 'odd-characters', message, where: file }];
  });
}
