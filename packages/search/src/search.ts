// Searches a release: by code or by words, ranked in an order that is the same for the same question.
import type { ReleaseSearch } from './build-search.ts';
import { findWords, type MeantWord } from './find-words.ts';
import { fieldWeights, type MatchField, matchFields } from './match-field.ts';
import type { TextIndex } from './text-index.ts';
import { isStopWord, wordsIn } from './words.ts';

/** What is asked. */
export interface SearchQuestion {
  readonly text: string;
  /** What may match. */
  readonly fields: ReadonlySet<MatchField>;
  readonly selectableOnly: boolean;
  /** Only concepts of these kinds; null for all. */
  readonly kinds: ReadonlySet<string> | null;
  /** Only positions from the first to the last, a subtree; null for all. */
  readonly within: { readonly first: number; readonly last: number } | null;
}

/** A concept that was found. */
export interface SearchHit {
  readonly position: number;
  /** What matched best. */
  readonly field: MatchField;
  /** Which text of the field, as it was indexed; of an index the position of the line. */
  readonly source: number;
  /** Higher is better; comparable within one answer only, at most 1. */
  readonly score: number;
}

/** The hits of a question, best first. */
export interface SearchAnswer {
  readonly total: number;
  /** Members `start` up to `start + count` of the ranked list. */
  readonly page: (start: number, count: number) => SearchHit[];
  /** Forms of words that count as found: what is to be shown as matched. */
  readonly matched: (form: string) => boolean;
}

/** Words of one question; more are no question that a person types. */
export const wordsAtMost = 16;

/** How a concept was found, better first: its code, all words in one text, all words in several texts, all but one. */
const tiers = { code: 0, text: 1, texts: 2, most: 3 } as const;

/** Scores are kept in steps of this size, so that equal texts come out equal. */
const steps = 1 << 18;

/** The rank of what was not found. */
const notFound = 0x7fffffff;

/** Positions of concepts are below this. */
const positionsBelow = 1 << 24;

/** An asked word with the words of the index that it may mean. */
interface AskedWord {
  readonly form: string;
  readonly meant: readonly MeantWord[];
  /** What it would tell, were it met itself. */
  readonly rarity: number;
  /** Texts that have one of the meant words, counted for each. */
  readonly texts: number;
}

/** Codes first, then what has all words in one text, in several, and where nothing has, what has all but one of them. */
export function search(release: ReleaseSearch, question: SearchQuestion): SearchAnswer {
  const found = new Found(release, question);
  if (question.fields.has('code')) findCodes(release, question.text, found);
  const asked = askedWords(release, question.text);
  if (asked.length > 0 && asked.length <= wordsAtMost) findTexts(release, asked, found);
  const meant = new Set(
    asked.flatMap((word) => word.meant.map((one) => release.texts.forms[one.word] ?? '')),
  );
  return found.answer((form) => meant.has(form));
}

/** How many words a question asks for. */
export function countWords(text: string): number {
  return wordsIn(text).length;
}

function askedWords({ texts }: ReleaseSearch, text: string): AskedWord[] {
  const words = wordsIn(text);
  const telling = words.filter(({ form }) => !isStopWord(form));
  const typing = !/\s$/.test(text);
  const list = telling.length > 0 ? telling : words;
  const forms = new Map(list.map((word) => [word.form, word]));
  return [...forms.values()].map((word): AskedWord => {
    const meant = findWords(texts, word.form, typing && word === words.at(-1));
    const counts = meant.map((one) => (texts.starts[one.word + 1] ?? 0) - (texts.starts[one.word] ?? 0));
    const count = counts.reduce((sum, some) => sum + some, 0);
    return { form: word.form, meant, texts: count, rarity: Math.log(1 + texts.texts / Math.max(1, count)) };
  });
}

/** Codes that are what was typed or begin with it, where it can be a code. */
function findCodes({ concepts }: ReleaseSearch, text: string, found: Found): void {
  const typed = text.trim();
  if (!/^[a-z0-9][a-z0-9.\- ]*$/i.test(typed)) return;
  if (typed.length > 2 && !/\d/.test(typed)) return; // a word
  const form = typed.replace(/[.\- ]/g, '').toUpperCase();
  let [low, high] = [0, concepts.codes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((concepts.codes[middle] ?? '') < form) low = middle + 1;
    else high = middle;
  }
  for (let i = low; concepts.codes[i]?.startsWith(form); i += 1) {
    const exact = concepts.codes[i] === form;
    found.add({
      position: concepts.codePositions[i] ?? 0,
      tier: tiers.code,
      score: exact ? 1 : 0.9,
      text: -1,
    });
  }
}

/**
 * The rarest word first: what lacks it cannot have all. A text has all words, or a concept has them in several texts;
 * where nothing has, concepts that have all but one are found.
 */
function findTexts(release: ReleaseSearch, words: readonly AskedWord[], found: Found): void {
  const { texts, concepts } = release;
  const asked = [...words].sort((a, b) => a.texts - b.texts);
  const all = asked.reduce((sum, { rarity }) => sum + rarity, 0);
  /** Of each text and each concept how many of the words were met, one after the other, and how well. */
  const textWords = new Uint8Array(texts.texts);
  const textScores = new Float32Array(texts.texts);
  const conceptWords = new Uint8Array(concepts.size);
  const conceptScores = new Float32Array(concepts.size);
  const conceptTexts = new Int32Array(concepts.size);
  for (const [i, word] of asked.entries()) {
    eachText(release, word, found, (text, concept, gain) => {
      if (textWords[text] === i) {
        textWords[text] = i + 1;
        textScores[text] = (textScores[text] ?? 0) + gain;
        if (i + 1 === asked.length) {
          const score = scoreOf(texts, text, { score: textScores[text] ?? 0, all });
          found.add({ position: concept, tier: tiers.text, score, text });
        }
      }
      if (conceptWords[concept] === i) {
        conceptWords[concept] = i + 1;
        conceptScores[concept] = (conceptScores[concept] ?? 0) + gain;
        if (i === 0) conceptTexts[concept] = text;
        else if (i + 1 === asked.length) {
          const score = (conceptScores[concept] ?? 0) / all;
          found.add({ position: concept, tier: tiers.texts, score, text: conceptTexts[concept] ?? 0 });
        }
      }
    });
  }
  if (asked.length > 1 && found.size === 0) findMost(release, asked, found);
}

/** The texts that have one of the meant words, the best meant first, in fields that may match. */
function eachText(
  { texts }: ReleaseSearch,
  { meant, rarity }: AskedWord,
  { fields }: Found,
  step: (text: number, concept: number, gain: number) => void,
): void {
  for (const { word, quality } of meant) {
    const end = texts.starts[word + 1] ?? 0;
    for (let at = texts.starts[word] ?? 0; at < end; at += 1) {
      const text = texts.postings[at] ?? 0;
      if (fields[texts.fields[text] ?? 0] === 1) step(text, texts.concepts[text] ?? 0, rarity * quality);
    }
  }
}

/** How well the words were met, how much of the text they are, and what kind of text it is. */
function scoreOf(
  texts: TextIndex,
  text: number,
  { score, all }: { readonly score: number; readonly all: number },
): number {
  const field = matchFields[texts.fields[text] ?? 0] ?? 'note';
  const coverage = Math.min(1, all / (texts.weights[text] || 1));
  return fieldWeights[field] * (score / all) * (0.35 + 0.65 * coverage);
}

/** Concepts that have all words but one. */
function findMost(release: ReleaseSearch, asked: readonly AskedWord[], found: Found): void {
  const { concepts } = release;
  const all = asked.reduce((sum, { rarity }) => sum + rarity, 0);
  const met = new Uint8Array(concepts.size);
  const last = new Uint8Array(concepts.size);
  const scores = new Float32Array(concepts.size);
  const best = new Int32Array(concepts.size);
  const positions: number[] = [];
  for (const [i, word] of asked.entries()) {
    eachText(release, word, found, (text, concept, gain) => {
      if (last[concept] === i + 1) return;
      if (met[concept] === 0) {
        positions.push(concept);
        best[concept] = text;
      }
      last[concept] = i + 1;
      met[concept] = (met[concept] ?? 0) + 1;
      scores[concept] = (scores[concept] ?? 0) + gain;
    });
  }
  for (const position of positions) {
    if (met[position] !== asked.length - 1) continue;
    const score = (scores[position] ?? 0) / all;
    found.add({ position, tier: tiers.most, score, text: best[position] ?? 0 });
  }
}

/** A concept as it is found, maybe not for the last time. */
interface FoundConcept {
  readonly position: number;
  readonly tier: number;
  readonly score: number;
  /** The text that matched; -1 for the code. */
  readonly text: number;
}

/** What was found so far: of each concept the best. */
class Found {
  /** 1 for fields that may match, by their places in `matchFields`. */
  readonly fields: Uint8Array;
  readonly #release: ReleaseSearch;
  readonly #question: SearchQuestion;
  /** Rank and text of each concept found, by position; no rank is higher than `notFound`. */
  readonly #ranks: Int32Array;
  readonly #texts: Int32Array;
  readonly #positions: number[] = [];
  readonly #kinds: readonly boolean[];

  constructor(release: ReleaseSearch, question: SearchQuestion) {
    this.#release = release;
    this.#question = question;
    this.fields = Uint8Array.from(matchFields, (field) => (question.fields.has(field) ? 1 : 0));
    const { kinds } = question;
    this.#kinds = release.concepts.kindNames.map((kind) => kinds === null || kinds.has(kind));
    this.#ranks = new Int32Array(release.concepts.size).fill(notFound);
    this.#texts = new Int32Array(release.concepts.size);
  }

  get size(): number {
    return this.#positions.length;
  }

  add({ position, tier, score, text }: FoundConcept): void {
    const rank = tier * steps * 2 + (steps - Math.round(Math.min(1, score) * steps));
    const held = this.#ranks[position] ?? 0;
    if (held <= rank || !this.#isAsked(position)) return;
    if (held === notFound) this.#positions.push(position);
    this.#ranks[position] = rank;
    this.#texts[position] = text;
  }

  #isAsked(position: number): boolean {
    const { selectableOnly, within } = this.#question;
    const { selectable, kinds } = this.#release.concepts;
    if (selectableOnly && selectable[position] !== 1) return false;
    if (within && (position < within.first || position > within.last)) return false;
    return this.#kinds[kinds[position] ?? 0] === true;
  }

  /** Best first; concepts of one rank in tabular order. */
  answer(matched: SearchAnswer['matched']): SearchAnswer {
    const keys = Float64Array.from(
      this.#positions,
      (position) => (this.#ranks[position] ?? 0) * positionsBelow + position,
    );
    keys.sort();
    return {
      total: keys.length,
      matched,
      page: (start, count) => Array.from(keys.subarray(start, start + count), (key) => this.#hit(key)),
    };
  }

  #hit(key: number): SearchHit {
    const position = key % positionsBelow;
    const rank = Math.floor(key / positionsBelow);
    const score = 1 - (rank % (steps * 2)) / steps;
    const text = this.#texts[position] ?? -1;
    const { fields, sources } = this.#release.texts;
    const field = text < 0 ? 'code' : (matchFields[fields[text] ?? 0] ?? 'note');
    return { position, field, source: text < 0 ? 0 : (sources[text] ?? 0), score };
  }
}
