// The words of a text in the form in which they are found: without accents, case, plural, and British spelling.

/** A word with its place in the text. */
export interface Word {
  /** What it is found by. */
  readonly form: string;
  /** In UTF-16 units; the end is behind the last. */
  readonly start: number;
  readonly end: number;
}

/** Letters, marks and digits; an `'s` behind them belongs to the word and says nothing. */
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][sS](?![\p{L}\p{M}\p{N}]))?/gu;

/** The words in their order. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  scanWords(text, (start, formEnd, end) => {
    words.push({ form: wordForm(text.slice(start, formEnd)), start, end });
  });
  return words;
}

/** Calls with each word's place: where it begins, where it ends without an `'s`, where it ends with it. */
export function scanWords(text: string, step: (start: number, formEnd: number, end: number) => void): void {
  let start = -1;
  for (let i = 0; i < text.length; i += 1) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind === 2) {
      scanAnyWords(text, step); // a few texts in a hundred
      return;
    }
    if (kind === 1 && start < 0) start = i;
  }
  for (let i = start; i >= 0 && i < text.length; ) {
    let end = i;
    while (end < text.length && kindOf(text.charCodeAt(end)) === 1) end += 1;
    if (isWithout(text, i, end)) end += 2;
    const isPossessive =
      text[end] === "'" && /[sS]/.test(text[end + 1] ?? '') && kindOf(text.charCodeAt(end + 2)) !== 1;
    step(i, end, isPossessive ? end + 2 : end);
    i = isPossessive ? end + 2 : end;
    while (i < text.length && kindOf(text.charCodeAt(i)) === 0) i += 1;
  }
}

/** `w/o` is one word. */
function isWithout(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end + 2);
  return end === start + 1 && /^w\/o$/i.test(written) && kindOf(text.charCodeAt(end + 2)) !== 1;
}

/** 1 for a letter or digit of ASCII, 2 for what is beyond ASCII, 0 for the rest. */
function kindOf(unit: number): 0 | 1 | 2 {
  if (unit > 127) return 2;
  if (unit >= 97) return unit <= 122 ? 1 : 0;
  return (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) ? 1 : 0;
}

function scanAnyWords(text: string, step: (start: number, formEnd: number, end: number) => void): void {
  for (const { 0: written, index } of text.matchAll(wordPattern)) {
    step(index, index + written.replace(/['’][sS]$/, '').length, index + written.length);
  }
}

/** Words that are not asked for: a text that lacks them still answers. */
const stopWords = new Set(
  'a an and as at by due for from in into of on or other the this to w with'.split(' ').map(wordForm),
);

/** Words by which a default is told from what it is one of: `Obesity, unspecified` says little more than `Obesity`. */
const emptyWords = new Set('nos nec unspecified unsp'.split(' '));

/** How much of its rarity a word counts in the weight of a text; `other` tells, as it says that something is not meant. */
export function shareOfWeight(form: string): number {
  if (emptyWords.has(form)) return 0.3;
  return isStopWord(form) && form !== 'other' ? 0.03 : 1;
}

/** Whether the form says nothing of what a text is about. */
export function isEmptyWord(form: string): boolean {
  return emptyWords.has(form);
}

/** Whether the form says too little to be asked for. */
export function isStopWord(form: string): boolean {
  return stopWords.has(form);
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The form of one word: `Fractures` and `fracture`, `Haemorrhage` and `hemorrhage`, `Ménière` and `meniere` are one. */
export function wordForm(word: string): string {
  if (word.toLowerCase() === 'w/o') return 'without';
  const plain = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter);
  return american(singular(plain));
}

function american(word: string): string {
  if (word === 'disc') return 'disk';
  const spelled = word.replace(/[ao]e(?=[a-z])/g, 'e');
  return spelled.length > 4 ? spelled.replace(/our(?=$|al$|ed$|ing$)/, 'or') : spelled;
}

/** Plural endings alone: words of other roots stay apart. */
function singular(word: string): string {
  if (word.length < 4 || /\d|abetes$/.test(word)) return word;
  if (word.length > 6 && word.endsWith('oses')) return `${word.slice(0, -2)}is`;
  if (word.length > 5 && word.endsWith('ae')) return word.slice(0, -1);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^suis]s$/.test(word) ? word.slice(0, -1) : word;
}
