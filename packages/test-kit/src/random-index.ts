// Made-up alphabetic indexes that differ from one another in every way there is; for the laws of index diffs.
import type { IndexRecord, IndexReference } from '@codeset/terminology';
import type { Random } from './mutate-bytes.ts';

/** Few words, so that lines repeat: under one line, on other paths, in other indexes, in another case. */
const terms = ['acute', 'Acute', 'chronic', 'heart', 'kidney', 'specified NEC', 'specified, NEC', 'with'];
const modifiers = ['(mellitus)', '(senile)'];

/** An index of a few main terms with lines under them, down to depth 3. */
export function randomIndex(random: Random, kind: string): IndexRecord[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const reference = (): IndexReference => {
    if (random() < 0.2) return { kind: 'see', text: pick(terms), column: null, code: null, below: false };
    const code = pick(['A00', 'A00.1', 'B01.2', 'B01.3']);
    const below = random() < 0.1;
    const column = random() < 0.3 ? pick([2, 3]) : null;
    return { kind: column ? 'cell' : 'code', text: below ? `${code}-` : code, column, code, below };
  };
  const lines = (depth: number, most: number): IndexRecord[] =>
    Array.from({ length: Math.floor(random() * (most + 1)) }).flatMap(() => {
      const term = pick(terms);
      const ofTitle = modifiers.filter(() => random() < 0.1);
      const content = {
        term,
        title: term + ofTitle.join(' '),
        modifiers: ofTitle,
        letter: depth === 0 ? pick(['A', 'B']) : null,
        references: Array.from({ length: Math.floor(random() * 3) }, reference),
      };
      return [{ kind, depth, content }, ...(depth < 3 ? lines(depth + 1, 3) : [])];
    });
  return lines(0, 6);
}
