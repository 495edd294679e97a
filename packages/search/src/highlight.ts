// What of a text is to be shown as matched.
import { wordsIn } from './words.ts';

/** A part of a text, in UTF-16 units; the end is behind the last. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
}

/** The words of the text of which the forms count as found, in their order. */
export function highlight(text: string, found: ReadonlySet<string>): Highlight[] {
  return wordsIn(text)
    .filter(({ form }) => found.has(form))
    .map(({ start, end }) => ({ start, end }));
}
