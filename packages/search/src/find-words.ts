// The words of an index that an asked word may mean: itself, words that begin with it, words that differ in a letter.
import { editDistance } from './edit-distance.ts';
import { lettersOf, type TextIndex } from './text-index.ts';

/** A word of the index, and how well it is what was asked for: 1 for itself. */
export interface MeantWord {
  readonly word: number;
  readonly quality: number;
}

/** From so many letters on a word is also the beginning of others; the last one, which may still be typed, from one. */
const prefixFrom = 3;

/** Best first. Slips of spelling are looked for only where nothing is that word or begins with it. */
export function findWords(index: TextIndex, form: string, isLast: boolean): MeantWord[] {
  const first = firstFrom(index.forms, form);
  const meant: MeantWord[] = [];
  for (let word = first; word < index.forms.length; word += 1) {
    const held = index.forms[word] ?? '';
    if (!held.startsWith(form)) break;
    if (held === form) meant.push({ word, quality: 1 });
    else if (isLast || form.length >= prefixFrom) {
      meant.push({ word, quality: 0.6 + 0.3 * (form.length / held.length) });
    } else break;
  }
  const found = meant.length > 0 ? meant : misspelt(index, form);
  return found.sort((a, b) => b.quality - a.quality || a.word - b.word);
}

/** Number of the first form that does not stand before the one given. */
function firstFrom(forms: readonly string[], form: string): number {
  let [low, high] = [0, forms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((forms[middle] ?? '') < form) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Slips that are forgiven: one from four letters on, two from eight. */
function misspelt({ forms, letters }: TextIndex, form: string): MeantWord[] {
  const most = form.length >= 8 ? 2 : form.length >= 4 ? 1 : 0;
  if (most === 0) return [];
  const asked = lettersOf(form);
  const meant: MeantWord[] = [];
  let best = most;
  for (let word = 0; word < forms.length; word += 1) {
    if (bitsIn(asked ^ (letters[word] ?? 0)) > 2 * best) continue;
    const held = forms[word] ?? '';
    if (Math.abs(held.length - form.length) > best) continue;
    const distance = editDistance(form, held, best);
    if (distance > best) continue;
    if (distance < best) meant.length = 0; // fewer slips are meant before more
    best = distance;
    meant.push({ word, quality: distance === 1 ? 0.55 : 0.4 });
  }
  return meant;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
