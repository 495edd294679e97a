// The words of the index that an asked word may mean: itself, what begins with it, what it stands for, slips of spelling.
import { initialsForm } from './abbreviations.ts';
import { editDistance } from './edit-distance.ts';
import { placeIn, placesOfPrefix, stringAt } from './packed-strings.ts';
import { lettersOf, type TextIndex, wordCount } from './text-index.ts';

/** A word of the index, and how well it is what was asked for: 1 for itself. */
export interface MeantWord {
  readonly word: number;
  readonly quality: number;
}

/** How a word is asked for. */
export interface WordToFind {
  readonly form: string;
  /** As it was typed, in small letters. */
  readonly typed: string;
  /** Of so few letters it is the beginning of others: fewer where it may still be typed, as the last one may. */
  readonly prefixFrom: number;
  /** Whether it may still be typed. */
  readonly typing: boolean;
  /** Whether slips are looked for although there is such a word. */
  readonly slips: boolean;
}

/** Numbers and initials stand before the words that slips are looked for in. */
const firstLetter = 'a';

/** How well words are met by the initials of a title, and by a slip or two. */
const qualities = { initials: 0.7, slip: 0.55, slips: 0.4, slipInBeginning: 0.35 } as const;

/** Best first, each word once. Where slips are not asked for, they are looked for only if nothing else is meant. */
export function findWords(index: TextIndex, asked: WordToFind): MeantWord[] {
  const best = new Map<number, number>();
  const add = (word: number, quality: number) => {
    if (quality > (best.get(word) ?? 0)) best.set(word, quality);
  };
  addBeginnings(index, asked, add);
  addStandIns(index, asked, add);
  if (best.size === 0 || asked.slips) addMisspelt(index, asked, add);
  const meant = [...best].map(([word, quality]) => ({ word, quality }));
  return meant.sort((a, b) => b.quality - a.quality || a.word - b.word);
}

type Add = (word: number, quality: number) => void;

function addBeginnings({ forms }: TextIndex, { form, prefixFrom }: WordToFind, add: Add): void {
  const place = placeIn(forms, form);
  if (stringAt(forms, place) === form) add(place, 1);
  if (form.length < prefixFrom) return;
  const { first, end } = placesOfPrefix(forms, form);
  for (let word = first; word < end; word += 1) {
    const length = (forms.starts[word + 1] ?? 0) - (forms.starts[word] ?? 0);
    if (length > form.length) add(word, 0.6 + 0.3 * (form.length / length));
  }
}

/** What the word is an abbreviation for, what its main term says “see”, and titles with these initials. */
function addStandIns({ forms, standIns }: TextIndex, { form, typed }: WordToFind, add: Add): void {
  const place = placeIn(forms, form);
  if (stringAt(forms, place) === form) {
    for (const { word, quality } of standIns.get(place) ?? []) add(word, quality);
  }
  const initials = initialsForm(typed);
  const initialsPlace = placeIn(forms, initials);
  if (stringAt(forms, initialsPlace) === initials) add(initialsPlace, qualities.initials);
}

/** Slips that are forgiven: one from four letters on, two from six on where the first letter is right. */
function addMisspelt(index: TextIndex, { form, typing }: WordToFind, add: Add): void {
  const most = form.length >= 6 ? 2 : form.length >= 4 ? 1 : 0;
  if (most === 0) return;
  const asked = lettersOf(form);
  const { forms, letters } = index;
  const meant: MeantWord[] = [];
  let best = most;
  const sameLetter = placesOfPrefix(forms, form[0] ?? '');
  for (let word = placeIn(forms, firstLetter); word < wordCount(index); word += 1) {
    const allowed = word >= sameLetter.first && word < sameLetter.end ? best : 1;
    const length = (forms.starts[word + 1] ?? 0) - (forms.starts[word] ?? 0);
    if (Math.abs(length - form.length) > allowed) continue;
    if (bitsIn(asked ^ (letters[word] ?? 0)) > 2 * allowed) continue;
    const distance = editDistance(form, stringAt(forms, word), allowed);
    if (distance === 0 || distance > allowed) continue;
    if (distance < best) meant.length = 0; // fewer slips are meant before more
    best = distance;
    meant.push({ word, quality: distance === 1 ? qualities.slip : qualities.slips });
  }
  for (const { word, quality } of meant) add(word, quality);
  if (meant.length === 0 && typing) addMisspeltBeginnings(index, form, add);
}

/** Words that begin with what was typed but for one slip, from five letters on. */
function addMisspeltBeginnings(index: TextIndex, form: string, add: Add): void {
  if (form.length < 5) return;
  const asked = lettersOf(form);
  const { forms, letters } = index;
  const { first, end } = placesOfPrefix(forms, form[0] ?? '');
  for (let word = first; word < end; word += 1) {
    if (bitsIn(asked & ~(letters[word] ?? 0)) > 1) continue;
    const held = stringAt(forms, word);
    if (held.length <= form.length) continue;
    if (editDistance(form, held.slice(0, form.length), 1) <= 1) add(word, qualities.slipInBeginning);
  }
}

/** Counts them in pairs, fours, eights: hundreds of thousands of words are looked at in a second. */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
