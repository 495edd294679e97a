// The words of a question with what they may mean in a release.
import { findWords, type MeantWord } from './find-words.ts';
import { placeIn, stringAt } from './packed-strings.ts';
import type { TextIndex } from './text-index.ts';
import { isStopWord, wordForm, wordsIn } from './words.ts';

/** An asked word with the words of the index that it may mean. */
export interface AskedWord {
  readonly form: string;
  /** Where it stands in the question, in UTF-16 units. */
  readonly place: number;
  /** Best first. */
  readonly meant: readonly MeantWord[];
  /** What it would tell, were it met itself. */
  readonly rarity: number;
  /** Texts that have one of the meant words, counted for each. */
  readonly texts: number;
}

/** Shorter words are not put together of two. */
const joinedFrom = 6;

/** How many words a question asks for. */
export function countWords(text: string): number {
  return wordsIn(text).length;
}

/**
 * Each word once, the rarest first: what lacks it cannot have all. Little words are left out where there are others.
 * From three letters on a word is the beginning of others, too; the last, which may still be typed, from two letters
 * on, and from one where others stand before it.
 */
export function askedWords(texts: TextIndex, text: string, slips: boolean): AskedWord[] {
  const words = wordsIn(text);
  const last = words.at(-1);
  const typing = !/\s$/.test(text);
  const telling = words.filter((word) => !isStopWord(word.form) || isGrade(word.form, word === last));
  const list = telling.length > 0 ? telling : words;
  const forms = new Map(list.map((word) => [word.form, word]));
  const asked = [...forms.values()].map((word): AskedWord => {
    const { form } = word;
    const typed = text.slice(word.start, word.end).toLowerCase();
    const isTyped = typing && word === last;
    const prefixFrom = isTyped ? (words.length > 1 ? 1 : 2) : 3;
    const meant = findWords(texts, { form, typed, prefixFrom, typing: isTyped, slips });
    const count = meant.reduce((sum, one) => sum + countOf(texts, one.word), 0);
    const exact = meant.filter(({ quality }) => quality === 1);
    const telling = exact.length > 0 ? exact.reduce((sum, one) => sum + countOf(texts, one.word), 0) : count;
    return {
      form,
      place: word.start,
      meant,
      texts: count,
      rarity: Math.log(1 + texts.texts / Math.max(1, telling)),
    };
  });
  return asked.sort((a, b) => a.texts - b.texts);
}

/** The question with two neighbouring words written as one, where there is such a word: `pinkeye`; null where there is none. */
export function joinWords({ forms }: TextIndex, text: string): string | null {
  const words = wordsIn(text);
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (!next) return null;
    const joined = text.slice(word.start, word.end) + text.slice(next.start, next.end);
    const form = wordForm(joined);
    if (form.length >= joinedFrom && stringAt(forms, placeIn(forms, form)) === form) {
      return text.slice(0, word.start) + joined + text.slice(next.end);
    }
  }
  return null;
}

/** `Hepatitis A`: at the end it is no little word. */
function isGrade(form: string, isLast: boolean): boolean {
  return isLast && form === 'a';
}

function countOf({ starts }: TextIndex, word: number): number {
  return (starts[word + 1] ?? 0) - (starts[word] ?? 0);
}
