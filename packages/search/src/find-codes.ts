// Codes that are what was typed, or begin with it.
import type { ReleaseSearch } from './build-search.ts';
import { type Found, tiers } from './found.ts';
import { placesOfPrefix, stringAt } from './packed-strings.ts';

/** Adds them where the text can be a code or the beginning of one, however it is written. */
export function findCodes({ concepts }: ReleaseSearch, text: string, found: Found): void {
  const typed = text.trim();
  if (!/^[a-z0-9][a-z0-9.\- ]*$/i.test(typed)) return;
  if (typed.length > 2 && !/\d/.test(typed)) return; // a word
  const form = typed.replace(/[.\- ]/g, '').toUpperCase();
  const { first, end } = placesOfPrefix(concepts.codes, form);
  for (let i = first; i < end; i += 1) {
    const exact = i === first || stringAt(concepts.codes, i) === form;
    found.add(concepts.codePositions[i] ?? 0, tiers.code, exact ? 1 : 0.9, -1);
  }
}
