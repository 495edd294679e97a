// The inverted index of a release's texts: which words stand in which text, and of which concept each text is.
import type { PackedStrings } from './packed-strings.ts';

/** Texts and words in arrays: some 20 MB for a release of 97,000 concepts with its indexes. */
export interface TextIndex {
  /** Number of the texts, all arrays of texts being of this length. */
  readonly texts: number;
  /** Positions of the concepts in their release. */
  readonly concepts: Int32Array;
  /** Index into `matchFields`. */
  readonly fields: Uint8Array;
  /** Which text of the concept's field, from 0; of an index the position of the line. */
  readonly sources: Int32Array;
  /** Weight of all words of a text together. */
  readonly weights: Float32Array;
  /** Forms in ascending order; the number of a word is its place here. */
  readonly forms: PackedStrings;
  /** How much a word tells: the rarer the more. */
  readonly rarity: Float32Array;
  /** The texts of word w are in `postings[starts[w]]` up to `postings[starts[w + 1]]`: text * 4 + how it has the word. */
  readonly starts: Int32Array;
  readonly postings: Int32Array;
  /** The letters of each form, a bit each: what differs in too many letters need not be spelled out. */
  readonly letters: Int32Array;
  /** Words that a word stands for, by their numbers: abbreviations, and main terms that say “see”. */
  readonly standIns: ReadonlyMap<number, readonly StandIn[]>;
}

/** A word that another one stands for. */
export interface StandIn {
  readonly word: number;
  /** How well: 1 would be the word itself. */
  readonly quality: number;
}

/**
 * How a text has a word: among its own; as one that may be there or not (nonessential modifiers, further names); by
 * another line that says “see” it; as initials of all that it says, or of its beginning.
 */
export const ways = { own: 0, optional: 1, seen: 2, initials: 3 } as const;

/** Number of the words. */
export function wordCount({ starts }: TextIndex): number {
  return starts.length - 1;
}

/** A bit for each letter that stands in the form; digits and other signs share six bits. */
export function lettersOf(form: string): number {
  let bits = 0;
  for (let i = 0; i < form.length; i += 1) {
    const letter = form.charCodeAt(i) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (form.charCodeAt(i) % 6));
  }
  return bits;
}
