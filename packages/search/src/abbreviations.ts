// What abbreviations stand for, learned from the publisher's own texts: short titles beside long ones, and initials.
import type { TextIndexBuilder } from './text-index-builder.ts';
import { isEmptyWord, isStopWord } from './words.ts';

/** Seen in so many titles, an abbreviation is one; in fewer it may be chance. */
const seenAtLeast = 3;

/** Of the titles with an abbreviation so many have the word that it stands for. */
const shareAtLeast = 0.2;

/** How well the long word is met by who asks for the short one. */
const quality = 0.9;

/** Pairs of short and long words of one concept's titles: `fx` beside `fracture`. */
export class Abbreviations {
  readonly #texts: TextIndexBuilder;
  /** By number of the short word: in how many titles it stands, and beside which long words. */
  readonly #seen = new Map<number, { titles: number; readonly long: Map<number, number> }>();

  constructor(texts: TextIndexBuilder) {
    this.#texts = texts;
  }

  /** Looks at the words of a short title and of the title that it is short for. */
  read(short: readonly number[], title: readonly number[]): void {
    for (const word of short) {
      if (title.includes(word)) continue;
      const form = this.#texts.formOf(word);
      const seen = this.#seen.get(word) ?? { titles: 0, long: new Map<number, number>() };
      seen.titles += 1;
      this.#seen.set(word, seen);
      for (const long of title) {
        if (short.includes(long) || !isShortFor(form, this.#texts.formOf(long))) continue;
        seen.long.set(long, (seen.long.get(long) ?? 0) + 1);
      }
    }
  }

  /** Tells the index what was learned. */
  tell(): void {
    for (const [word, { titles, long }] of this.#seen) {
      for (const [other, count] of long) {
        if (count < seenAtLeast || count < shareAtLeast * titles) continue;
        this.#texts.standFor(word, { word: other, quality });
      }
    }
  }
}

/** Whether the letters stand in the word in their order, the first one first; an `x` stands for any: `fx`, `dx`. */
function isShortFor(short: string, long: string): boolean {
  if (short.length < 2 || short.length >= long.length || short[0] !== long[0]) return false;
  let at = 1;
  for (const letter of short.slice(1)) {
    if (letter === 'x') continue;
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** How many words of a title may make initials: `UTI` up to `COPDEF`. */
const [fewest, most] = [3, 6];

/** Stands before initials, so that they are no words and no beginnings of words. */
const mark = '=';

/** The form under which texts with such initials are found. */
export function initialsForm(letters: string): string {
  return mark + letters;
}

/** Initials of the words before the first comma, bracket or little word: `urinary tract infection` gives `uti`. */
export function initialsOf(text: string): string | null {
  const [phrase = ''] = text.split(/[,([;:]/);
  const words = phrase.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const until = words.findIndex((word) => isStopWord(word) || word === 'without' || isEmptyWord(word));
  const telling = until < 0 ? words : words.slice(0, until);
  if (telling.length < fewest || telling.length > most) return null;
  return telling.map((word) => word[0]).join('');
}
