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

/** The words in their order; `formOf` may remember the forms of words. */
export function wordsIn(text: string, formOf: (word: string) => string = wordForm): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const [written] = match;
    const start = match.index;
    words.push({ form: formOf(written.replace(/['’][sS]$/, '')), start, end: start + written.length });
  }
  return words;
}

/** Words that are not asked for: a text that lacks them still answers. */
const stopWords = new Set(
  'a an and as at by due for from in into of on or other the this to with'.split(' ').map(wordForm),
);

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
  const plain = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter);
  return american(singular(plain));
}

function american(word: string): string {
  const spelled = word.replace(/[ao]e(?=[a-z])/g, 'e');
  return spelled.length > 4 ? spelled.replace(/our(?=$|al$|ed$|ing$)/, 'or') : spelled;
}

/** Plural endings alone: words of other roots stay apart. */
function singular(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.length > 6 && word.endsWith('oses')) return `${word.slice(0, -2)}is`;
  if (word.length > 5 && word.endsWith('ae')) return word.slice(0, -1);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^suis]s$/.test(word) ? word.slice(0, -1) : word;
}
