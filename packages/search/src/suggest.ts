// Completions for a search box: codes, main terms of the indexes, titles, inclusion terms and lines of indexes that begin with or contain what is typed.
import { type AskedWord, askedWords, countWords } from './asked-words.ts';
import type { ReleaseSearch } from './build-search.ts';
import { findCodes } from './find-codes.ts';
import { findTexts } from './find-texts.ts';
import { Found, tiers } from './found.ts';
import type { MatchField } from './match-field.ts';
import { stringAt } from './packed-strings.ts';
import { formsMeant, type SearchHit, wordsAtMost } from './search.ts';
import type { TextIndex } from './text-index.ts';

/** A main term that has all words that were typed. */
export interface SuggestedTerm {
  readonly name: string;
  /** Position of the concept that it leads to by itself; null where only terms below it lead on. */
  readonly position: number | null;
  /** How many concepts it and the terms below it lead to. */
  readonly count: number;
  /** Whether its first word is the first that was typed. */
  readonly begins: boolean;
}

/** A text that has all words that were typed. */
export interface SuggestedText {
  readonly hit: SearchHit;
  /** How many concepts it leads to: a line of a table may lead to several. */
  readonly count: number;
}

/** What may be meant. */
export interface Suggestions {
  /** Positions of the concepts whose codes begin with what is typed, that code itself first; none for a text without a digit. */
  readonly codes: readonly number[];
  /** Those that begin with what is typed, then the others; of each the ones that lead to most concepts first, then by name. */
  readonly terms: readonly SuggestedTerm[];
  /** Titles, inclusion terms and lines of indexes that have all words, best first; of each concept the best. */
  readonly texts: readonly SuggestedText[];
  /** Forms of words that count as found. */
  readonly words: ReadonlySet<string>;
}

/** So many of each, at most. */
export function suggest(release: ReleaseSearch, text: string, most: number): Suggestions {
  const { texts } = release;
  const count = countWords(text);
  const asked = count === 0 || count > wordsAtMost ? [] : askedWords(texts, text, false);
  const words = formsMeant(release, asked);
  const codes = codesFrom(release, text, most);
  if (asked.length === 0) return { codes, terms: [], texts: [], words };
  const found = new Found(release, { fields: offered, text, ...everything });
  findTexts(release, asked, offered, found);
  const hits = found.best(most).hits.filter(({ tier }) => tier === tiers.text);
  const counted = hits.map((hit) => ({ hit, count: conceptsOf(texts, hit) }));
  return { codes, terms: termsWith(release, asked, most), texts: counted, words };
}

/** Letters alone may begin a code, but words are meant. */
function codesFrom(release: ReleaseSearch, text: string, most: number): number[] {
  if (!/\d/.test(text)) return [];
  const found = new Found(release, { fields: new Set(['code']), text, ...everything });
  findCodes(release, text, found);
  return found.best(most).hits.map(({ position }) => position);
}

const offered: ReadonlySet<MatchField> = new Set<MatchField>(['title', 'inclusionTerm', 'index']);

const everything = { selectableOnly: false, kinds: null, within: null, among: null } as const;

/** The texts of one line stand side by side. */
function conceptsOf({ sources, fields, concepts }: TextIndex, { text, field }: SearchHit): number {
  if (field !== 'index') return 1;
  const isOfLine = (other: number) => sources[other] === sources[text] && fields[other] === fields[text];
  let first = text;
  while (isOfLine(first - 1)) first -= 1;
  let end = text + 1;
  while (isOfLine(end)) end += 1;
  return new Set(concepts.subarray(first, end)).size;
}

function termsWith({ mainTerms }: ReleaseSearch, asked: readonly AskedWord[], most: number): SuggestedTerm[] {
  const { names, concepts, counts, words, ends } = mainTerms;
  const meant = asked.map((word) => new Set(word.meant.map((one) => one.word)));
  const [firstAsked] = [...asked].sort((a, b) => a.place - b.place);
  const firstMeant = meant[firstAsked ? asked.indexOf(firstAsked) : 0];
  const found: SuggestedTerm[] = [];
  for (let i = 0; i < ends.length; i += 1) {
    const own = words.subarray(ends[i - 1] ?? 0, ends[i]);
    if (!meant.every((set) => own.some((word) => set.has(word)))) continue;
    const position = concepts[i] ?? -1;
    found.push({
      name: stringAt(names, i),
      position: position < 0 ? null : position,
      count: counts[i] ?? 0,
      begins: firstMeant?.has(own[0] ?? -1) === true,
    });
  }
  const inOrder = (a: SuggestedTerm, b: SuggestedTerm) =>
    Number(b.begins) - Number(a.begins) || b.count - a.count || (a.name < b.name ? -1 : 1);
  return found.sort(inOrder).slice(0, most);
}
