// Whether two texts say the same but for case, punctuation and spacing.

const signs = String.raw`[\s\-–—,.;:'"()\[\]{}’‘“”]+`;

/** Between digits a sign may be a point or a range: it stays. */
const runs = new RegExp(`(\\d?)(${signs})(?=(\\d?))`, 'gu');

const sign = new RegExp(`^${signs}$`, 'u');

/** True where only case, punctuation or spacing differ; signs that mean something (`<`, `%`, `1.5`) count. */
export function sameWords(a: string, b: string): boolean {
  return mayBeSame(a.toLowerCase(), b.toLowerCase()) && bareWords(a) === bareWords(b);
}

/** False where the texts differ in more than signs: told at the first such place, without writing either anew. */
function mayBeSame(a: string, b: string): boolean {
  let [i, j] = [0, 0];
  for (;;) {
    while (i < a.length && isSign(a.charCodeAt(i))) i += 1;
    while (j < b.length && isSign(b.charCodeAt(j))) j += 1;
    if (i >= a.length || j >= b.length) return i >= a.length && j >= b.length;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) return false;
    i += 1;
    j += 1;
  }
}

/** Whether each UTF-16 unit is a sign: 1 no, 2 yes, 0 where none was met yet. */
const known = new Uint8Array(65_536);

function isSign(unit: number): boolean {
  if (known[unit] === 0) known[unit] = sign.test(String.fromCharCode(unit)) ? 2 : 1;
  return known[unit] === 2;
}

/** The text without case, punctuation and spacing: the form in which `sameWords` compares. */
export function bareWords(text: string): string {
  return text
    .toLowerCase()
    .replace(runs, (_run, before: string, run: string, after: string) =>
      before !== '' && after !== '' ? before + (run.trim() || ' ') : before,
    );
}

/** The words of a text in lower case, for comparing texts as bags of words. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How much two texts have in common: 0 nothing, 1 the same words; twice the common words by all words. */
export function wordOverlap(a: string, b: string): number {
  const words = wordsOf(a);
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  const others = wordsOf(b);
  let common = 0;
  for (const word of others) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    common += 1;
  }
  const all = words.length + others.length;
  return all === 0 ? 1 : (2 * common) / all;
}
