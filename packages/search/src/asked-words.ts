// The words of a question with what they may mean in a release.
import { findWords, type MeantWord } from './find-words.ts';
import type { TextIndex } from './text-index.ts';
import { isStopWord, wordsIn } from './words.ts';

/** An asked word with the words of the index that it may mean. */
export interface AskedWord {
  readonly form: string;
  /** Best first. */
  readonly meant: readonly MeantWord[];
  /** What it would tell, were it met itself. */
  readonly rarity: number;
  /** Texts that have one of the meant words, counted for each. */
  readonly texts: number;
}

/** How many words a question asks for. */
export function countWords(text: string): number {
  return wordsIn(text).length;
}

/** Each word once, the rarest first: what lacks it cannot have all. Little words are left out where there are others. */
export function askedWords(texts: TextIndex, text: string, slips: boolean): AskedWord[] {
  const words = wordsIn(text);
  const last = words.at(-1);
  const typing = !/\s$/.test(text);
  const telling = words.filter((word) => !isStopWord(word.form) || isGrade(word.form, word === last));
  const list = telling.length > 0 ? telling : words;
  const forms = new Map(list.map((word) => [word.form, word]));
  const asked = [...forms.values()].map((word): AskedWord => {
    const { form } = word;
    const meant = findWords(texts, { form, typing: typing && word === last, slips });
    const count = meant.reduce((sum, one) => sum + countOf(texts, one.word), 0);
    return { form, meant, texts: count, rarity: Math.log(1 + texts.texts / Math.max(1, count)) };
  });
  return asked.sort((a, b) => a.texts - b.texts);
}

/** `Hepatitis A`: at the end it is no little word. */
function isGrade(form: string, isLast: boolean): boolean {
  return isLast && form === 'a';
}

function countOf({ starts }: TextIndex, word: number): number {
  return (starts[word + 1] ?? 0) - (starts[word] ?? 0);
}
