// The codes, ranges and modifiers that a note names: linked where the release has them.
import type { NoteLink } from '@codeset/terminology';

/** `G0396`, `G0412-G0415`, `Q2035 - Q2039`. */
const codeForm = /(?<![0-9A-Za-z])([A-Z]\d{4})(?:\s?-\s?([A-Z]\d{4}))?(?![0-9A-Za-z])/g;

/** `MODIFIER G8`, `MODIFIERS UN-US`, `MODIFIER CODE (Q2)`. */
const modifierForm = /\bMODIFIERS?(?:\s+CODES?)?\s+\(?([A-Z0-9]{2})(?:-([A-Z0-9]{2}))?(?![0-9A-Za-z])/gi;

/** The links of a text in order of appearance; a range is linked where both ends are in the release, in order. */
export function noteLinks(text: string, codes: ReadonlySet<string>): NoteLink[] {
  const matches = [...text.matchAll(codeForm), ...text.matchAll(modifierForm)];
  return matches
    .sort((a, b) => a.index - b.index)
    .flatMap(([whole, from = '', to]): NoteLink[] => {
      if (!codes.has(from) || (to !== undefined && (!codes.has(to) || to < from))) return [];
      const named = whole.slice(whole.search(new RegExp(`${from}(?:\\s?-|$|\\W)`)));
      return [{ text: named, from, to: to ?? null, below: false }];
    });
}
