// Searches a release: by code or by words, ranked in an order that is the same for the same question.
import { type AskedWord, askedWords, countWords, joinWords } from './asked-words.ts';
import type { ReleaseSearch } from './build-search.ts';
import { findCodes } from './find-codes.ts';
import { findMost, findTexts } from './find-texts.ts';
import { Found } from './found.ts';
import type { MatchField } from './match-field.ts';
import { stringAt } from './packed-strings.ts';

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
  /** 1 at the positions of which concepts may be found; null for all. */
  readonly among: Uint8Array | null;
}

/** A concept that was found. */
export interface SearchHit {
  readonly position: number;
  /** What matched best. */
  readonly field: MatchField;
  /** Which text of the field, as it was indexed; of an index the position of the line. */
  readonly source: number;
  /** Number of the text in its index; -1 for the code. */
  readonly text: number;
  /** How it was found, 0 being best: codes, all words in one text, in several texts, all words but one. */
  readonly tier: number;
  /** Higher is better; comparable within one tier only, at most 1. */
  readonly score: number;
  /** Tier and score as one number, lower being better, in all releases alike. */
  readonly rank: number;
}

/** What was found for a question. */
export interface SearchAnswer {
  /** All hits, whether they are given or not. */
  readonly total: number;
  /** Best first; of one rank in tabular order. */
  readonly hits: readonly SearchHit[];
  /** Forms of words that count as found: what is to be shown as matched. */
  readonly words: ReadonlySet<string>;
}

/** Words of one question; more are no question that a person types. */
export const wordsAtMost = 16;

/**
 * So many of the hits at most. Codes first, then what has all words in one text, then in several. Where nothing has all
 * words, slips are looked for in all of them; and where that finds nothing either, concepts that have all words but one
 * are found.
 */
export function search(release: ReleaseSearch, question: SearchQuestion, most: number): SearchAnswer {
  const { text, fields } = question;
  const found = new Found(release, question);
  if (fields.has('code')) findCodes(release, text, found);
  const asked = countWords(text) > wordsAtMost ? [] : findByWords(release, question, found);
  return { ...found.best(most), words: formsMeant(release, asked) };
}

/** The words of the index that the asked ones may mean. */
export function formsMeant({ texts }: ReleaseSearch, asked: readonly AskedWord[]): ReadonlySet<string> {
  return new Set(asked.flatMap(({ meant }) => meant.map(({ word }) => stringAt(texts.forms, word))));
}

/** Gives the asked words by which it found something. */
function findByWords(release: ReleaseSearch, { text, fields }: SearchQuestion, found: Found): AskedWord[] {
  const { texts } = release;
  const asked = askedWords(texts, text, false);
  if (asked.length === 0) return [];
  findTexts(release, asked, fields, found);
  const joined = joinWords(texts, text);
  const also = joined === null ? [] : askedWords(texts, joined, false);
  if (also.length > 0) findTexts(release, also, fields, found);
  if (asked.length === 1 || found.size > 0) return [...asked, ...also];
  const forgiving = askedWords(texts, text, true);
  findTexts(release, forgiving, fields, found);
  if (found.size > 0) return forgiving;
  findMost(release, asked, fields, found);
  return asked;
}
