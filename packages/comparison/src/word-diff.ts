// A text before and after, word by word.
import { diffWordsWithSpace } from 'diff';

/** A run of words: in both texts, only in the one before, or only in the one after. */
export interface WordRun {
  readonly change: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** The runs in reading order: without the added ones they are the text before, without the removed ones the text after. */
export function diffOfWords(before: string, after: string): WordRun[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
