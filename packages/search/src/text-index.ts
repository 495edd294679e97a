// The inverted index of a release's texts: which words stand in which text, and of which concept each text is.
import { type MatchField, matchFields } from './match-field.ts';
import { isStopWord, wordForm, wordsIn } from './words.ts';

/** A text as it is indexed: words by their numbers, and where it can be read again. */
export interface IndexedText {
  /** Position of the concept in its release. */
  readonly concept: number;
  readonly field: MatchField;
  /** Which text of the concept's field, from 0; of an index the position of the line. */
  readonly source: number;
  /** Numbers of its words, each once. */
  readonly words: readonly number[];
  /** Numbers of words that may be asked for instead, which do not stand in it; none of `words` among them. */
  readonly instead: readonly number[];
}

/** Texts and words in arrays: some 10 MB for a release of 97,000 concepts with its indexes. */
export interface TextIndex {
  /** Numbers of the texts, all arrays of texts being of this length. */
  readonly texts: number;
  readonly concepts: Int32Array;
  /** Index into `matchFields`. */
  readonly fields: Uint8Array;
  readonly sources: Int32Array;
  /** Weight of all words of a text together. */
  readonly weights: Float32Array;
  /** Forms in ascending order; the number of a word is its place here. */
  readonly forms: readonly string[];
  /** How much a word tells: the rarer the more. */
  readonly rarity: Float32Array;
  /** The texts of word w are `postings[starts[w]]` up to `postings[starts[w + 1]]`. */
  readonly starts: Int32Array;
  readonly postings: Int32Array;
  /** The letters of each form, a bit each: what differs in too many letters need not be spelled out. */
  readonly letters: Int32Array;
}

/** Takes texts one by one, then makes the index of them. */
export class TextIndexBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #forms: string[] = [];
  readonly #known = new Map<string, readonly number[]>();
  /** Words as written, with their forms: a release has half a million words and twenty thousand forms. */
  readonly #written = new Map<string, string>();
  readonly #formOf = (word: string): string => {
    const held = this.#written.get(word);
    if (held !== undefined) return held;
    const form = wordForm(word);
    this.#written.set(word, form);
    return form;
  };
  readonly #texts: IndexedText[] = [];

  /** Numbers of the words of a text, each once; what was read before is not read again. */
  numbersOf(text: string): readonly number[] {
    const known = this.#known.get(text);
    if (known) return known;
    const numbers = [...new Set(wordsIn(text, this.#formOf).map(({ form }) => this.#numberOf(form)))];
    this.#known.set(text, numbers);
    return numbers;
  }

  /** The number of a word, given at its first coming. */
  #numberOf(form: string): number {
    const held = this.#numbers.get(form);
    if (held !== undefined) return held;
    const number = this.#forms.length;
    this.#numbers.set(form, number);
    this.#forms.push(form);
    return number;
  }

  add(text: IndexedText): void {
    if (text.words.length > 0) this.#texts.push(text);
  }

  build(): TextIndex {
    const texts = this.#texts;
    const order = this.#forms.map((_form, number) => number);
    order.sort((a, b) => compare(this.#forms[a] ?? '', this.#forms[b] ?? ''));
    const forms = order.map((number) => this.#forms[number] ?? '');
    const sorted = new Int32Array(order.length);
    for (const [place, number] of order.entries()) sorted[number] = place;
    const { starts, postings } = postingsOf(texts, sorted);
    const rarity = new Float32Array(forms.length);
    for (const [word, form] of forms.entries()) {
      const count = (starts[word + 1] ?? 0) - (starts[word] ?? 0);
      rarity[word] = isStopWord(form) ? 0.1 : Math.log(1 + texts.length / Math.max(1, count));
    }
    const weights = new Float32Array(texts.length);
    for (const [i, { words }] of texts.entries()) {
      weights[i] = words.reduce((sum, number) => sum + (rarity[sorted[number] ?? 0] ?? 0), 0);
    }
    return {
      texts: texts.length,
      concepts: Int32Array.from(texts, ({ concept }) => concept),
      fields: Uint8Array.from(texts, ({ field }) => matchFields.indexOf(field)),
      sources: Int32Array.from(texts, ({ source }) => source),
      weights,
      forms,
      rarity,
      starts,
      postings,
      letters: Int32Array.from(forms, lettersOf),
    };
  }
}

/** Texts by word, in ascending order: counted first, then put in their places. */
function postingsOf(
  texts: readonly IndexedText[],
  sorted: Int32Array,
): Pick<TextIndex, 'starts' | 'postings'> {
  const starts = new Int32Array(sorted.length + 1);
  for (const { words, instead } of texts) {
    for (const number of [...words, ...instead]) {
      const word = sorted[number] ?? 0;
      starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    }
  }
  for (let word = 0; word < sorted.length; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  const next = starts.slice();
  const postings = new Int32Array(starts.at(-1) ?? 0);
  for (const [text, { words, instead }] of texts.entries()) {
    for (const number of [...words, ...instead]) {
      const word = sorted[number] ?? 0;
      const place = next[word] ?? 0;
      postings[place] = text;
      next[word] = place + 1;
    }
  }
  return { starts, postings };
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
