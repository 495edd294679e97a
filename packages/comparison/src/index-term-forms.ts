// In which form terms of an index are compared: a term that is only written in another way is the same step of a path.
import { bareWords, type IndexContent } from '@codeset/terminology';

type Term = Pick<IndexContent, 'term'>;

/** Case, punctuation and spacing say nothing (`60 per cent`, `60 percent`); words do, and so do `<` or `%`. */
export function termForm({ term }: Term): string {
  return bareWords(term) || term;
}

/** The forms by which lines under one line are paired, the closer one first: `Bed sore` and `Bedsore` stand side by side. */
export const termForms: readonly ((content: Term) => string)[] = [
  ({ term }) => term.toLowerCase().replace(/\s+/g, ' ').trim(),
  termForm,
];
