// Completions for a search box: main terms of the indexes, and titles, that begin with or contain what is typed.
import { type AskedWord, askedWords, countWords } from './asked-words.ts';
import type { ReleaseSearch } from './build-search.ts';
import { findTexts } from './find-texts.ts';
import { Found } from './found.ts';
import { stringAt } from './packed-strings.ts';
import { wordsAtMost } from './search.ts';

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

/** What may be meant. */
export interface Suggestions {
  /** Those that begin with what is typed, then the others; of each the ones that lead to most concepts first, then by name. */
  readonly terms: readonly SuggestedTerm[];
  /** Positions of concepts whose title has all words, best first. */
  readonly titles: readonly number[];
  /** Forms of words that count as found. */
  readonly matched: (form: string) => boolean;
}

/** So many of either, at most. */
export function suggest(release: ReleaseSearch, text: string, most: number): Suggestions {
  const { texts } = release;
  const count = countWords(text);
  const asked = count === 0 || count > wordsAtMost ? [] : askedWords(texts, text, false);
  const meant = new Set(asked.flatMap((word) => word.meant.map((one) => stringAt(texts.forms, one.word))));
  const matched = (form: string) => meant.has(form);
  if (asked.length === 0) return { terms: [], titles: [], matched };
  const titles = new Found(release, { fields: new Set(['title']), text, ...everything });
  findTexts(release, asked, new Set(['title']), titles);
  const hits = titles.answer(matched).page(0, most);
  return { terms: termsWith(release, asked, most), titles: hits.map(({ position }) => position), matched };
}

const everything = { selectableOnly: false, kinds: null, within: null, among: null } as const;

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
