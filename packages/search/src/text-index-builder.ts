// Takes the texts of a release one by one, and makes the inverted index of them, giving others their turns.
import type { Turns } from '@codeset/comparison';
import { GrowingInts } from './growing-ints.ts';
import { type MatchField, matchFields } from './match-field.ts';
import { packStrings } from './packed-strings.ts';
import { lettersOf, type StandIn, type TextIndex, ways } from './text-index.ts';
import { inOrder, sortInTurns } from './sort-in-turns.ts';
import { scanWords, shareOfWeight, wordForm } from './words.ts';

/** A text as it is indexed: words by their numbers, and where it can be read again. */
export interface IndexedText {
  /** Position of the concept in its release. */
  readonly concept: number;
  readonly field: MatchField;
  /** Which text of the concept's field, from 0; of an index the position of the line. */
  readonly source: number;
  /** Numbers of its words, each once. */
  readonly words: readonly number[];
  /** Numbers of words that may be there or not, that other lines give it, and of initials: see `ways`. */
  readonly optional?: readonly number[];
  readonly seen?: readonly number[];
  readonly initials?: readonly number[];
}

/** Texts or words of which one slice is made of, without a turn for others. */
const slice = 2_048;

export class TextIndexBuilder {
  /** Numbers of words by their forms, and by words as they are written: half a million words have twenty thousand forms. */
  readonly #numbers = new Map<string, number>();
  readonly #written = new Map<string, number>();
  readonly #forms: string[] = [];
  readonly #known = new Map<string, string>();
  readonly #concepts = new GrowingInts();
  readonly #fields = new GrowingInts();
  readonly #sources = new GrowingInts();
  /** Of all texts the words, each as number * 4 + the way in which the text has it; those of a text end at its `ends`. */
  readonly #words = new GrowingInts();
  readonly #ends = new GrowingInts();
  readonly #standIns = new Map<number, StandIn[]>();

  /** Numbers of the words of a text, each once. */
  numbersOf(text: string): number[] {
    const numbers: number[] = [];
    scanWords(text, (start, end) => {
      const number = this.#numberOfWritten(text.slice(start, end));
      if (!numbers.includes(number)) numbers.push(number);
    });
    return numbers;
  }

  /** Forms of the words of a text that is not indexed, in their order. */
  formsOf(text: string): string[] {
    const forms: string[] = [];
    scanWords(text, (start, end) => {
      const word = text.slice(start, end);
      const form = this.#known.get(word) ?? wordForm(word);
      this.#known.set(word, form);
      forms.push(form);
    });
    return forms;
  }

  formOf(number: number): string {
    return this.#forms[number] ?? '';
  }

  /** The number of a form, given at its first coming. */
  numberOf(form: string): number {
    const held = this.#numbers.get(form);
    if (held !== undefined) return held;
    const number = this.#forms.length;
    this.#numbers.set(form, number);
    this.#forms.push(form);
    return number;
  }

  #numberOfWritten(word: string): number {
    const held = this.#written.get(word);
    if (held !== undefined) return held;
    const number = this.numberOf(wordForm(word));
    this.#written.set(word, number);
    return number;
  }

  add({ concept, field, source, words, optional, seen, initials }: IndexedText): void {
    if (words.length === 0) return;
    this.#concepts.push(concept);
    this.#fields.push(matchFields.indexOf(field));
    this.#sources.push(source);
    this.#addWords(words, ways.own);
    this.#addWords(optional, ways.optional);
    this.#addWords(seen, ways.seen);
    this.#addWords(initials, ways.initials);
    this.#ends.push(this.#words.size);
  }

  #addWords(numbers: readonly number[] | undefined, way: number): void {
    for (const number of numbers ?? []) this.#words.push(number * 4 + way);
  }

  /** Who asks for the one word may mean the other. */
  standFor(word: number, other: StandIn): void {
    const held = this.#standIns.get(word) ?? [];
    if (word === other.word || held.some(({ word: one }) => one === other.word)) return;
    this.#standIns.set(word, [...held, other]);
  }

  async build(turns: Turns): Promise<TextIndex> {
    await turns.give();
    const forms = await sortInTurns(this.#forms, inOrder, turns);
    const sorted = new Int32Array(forms.length);
    for (const [place, form] of forms.entries()) {
      sorted[this.numberOf(form)] = place;
      if (place % 512 === 511) await turns.give();
    }
    const packed = await packStrings(forms, turns);
    const letters = await turns.fill(new Int32Array(forms.length), (word) => lettersOf(forms[word] ?? ''));
    const { starts, postings } = await this.#postings(sorted, turns);
    const texts = this.#concepts.size;
    const rarity = await turns.fill(new Float32Array(forms.length), (word) => {
      const count = (starts[word + 1] ?? 0) - (starts[word] ?? 0);
      return Math.log(1 + texts / Math.max(1, count)) * shareOfWeight(forms[word] ?? '');
    });
    return {
      texts,
      concepts: this.#concepts.taken().slice(),
      fields: new Uint8Array(this.#fields.taken()),
      sources: this.#sources.taken().slice(),
      weights: await this.#weights(sorted, rarity, turns),
      forms: packed,
      rarity,
      starts,
      postings,
      letters,
      standIns: placed(this.#standIns, sorted),
    };
  }

  /** Texts by word, in ascending order: counted first, then put in their places. */
  async #postings(sorted: Int32Array, turns: Turns): Promise<Pick<TextIndex, 'starts' | 'postings'>> {
    const words = this.#words.taken();
    const ends = this.#ends.taken();
    const starts = new Int32Array(sorted.length + 1);
    for (let from = 0; from < words.length; from += 16 * slice) {
      for (const entry of words.subarray(from, from + 16 * slice)) {
        const word = sorted[entry >> 2] ?? 0;
        starts[word + 1] = (starts[word + 1] ?? 0) + 1;
      }
      await turns.give();
    }
    for (let word = 0; word < sorted.length; word += 1) {
      starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
    }
    const next = starts.slice();
    const postings = new Int32Array(words.length);
    for (let text = 0; text < ends.length; text += 1) {
      for (let at = ends[text - 1] ?? 0; at < (ends[text] ?? 0); at += 1) {
        const entry = words[at] ?? 0;
        const word = sorted[entry >> 2] ?? 0;
        const place = next[word] ?? 0;
        postings[place] = text * 4 + (entry & 3);
        next[word] = place + 1;
      }
      if (text % slice === 0) await turns.give();
    }
    return { starts, postings };
  }

  async #weights(sorted: Int32Array, rarity: Float32Array, turns: Turns): Promise<Float32Array> {
    const words = this.#words.taken();
    const ends = this.#ends.taken();
    const weights = new Float32Array(ends.length);
    for (let text = 0; text < ends.length; text += 1) {
      let weight = 0;
      for (let at = ends[text - 1] ?? 0; at < (ends[text] ?? 0); at += 1) {
        const entry = words[at] ?? 0;
        if ((entry & 3) === ways.own) weight += rarity[sorted[entry >> 2] ?? 0] ?? 0;
      }
      weights[text] = weight;
      if (text % slice === 0) await turns.give();
    }
    return weights;
  }
}

/** With the words' final numbers. */
function placed(
  standIns: ReadonlyMap<number, readonly StandIn[]>,
  sorted: Int32Array,
): Map<number, readonly StandIn[]> {
  return new Map(
    [...standIns].map(([number, others]) => [
      sorted[number] ?? 0,
      others.map(({ word, quality }) => ({ word: sorted[word] ?? 0, quality })),
    ]),
  );
}
