// How the texts of a code differ, in a sentence: in words, or only in how they are written.
import type { AnnouncedTexts } from './announcement.ts';
import { sameWords } from './same-words.ts';
import { isSpokenOf, type SpokenUses } from './spoken-uses.ts';

/** What sets two texts apart. */
type Manner = 'a leading blank' | 'blanks' | 'case' | 'case, punctuation or blanks' | 'words';

/** The difference between two sets of texts. */
export interface TextDifference {
  /** A sentence in the making: `the short title differs in nothing but a leading blank, the display is the same`. */
  readonly told: string;
  /** The displays are the same but for blanks, case and punctuation. */
  readonly sameDisplay: boolean;
}

/** Compares the displays, and the designations that are spoken of; null where all are the same. */
export function textDifference(
  a: AnnouncedTexts,
  b: AnnouncedTexts,
  uses: SpokenUses,
): TextDifference | null {
  const names = new Map<Manner, string[]>();
  for (const [name, [left, right]] of textPairs(a, b, uses)) {
    if (left === right) continue;
    const manner = mannerOf(left, right);
    names.set(manner, [...(names.get(manner) ?? []), `the ${name}`]);
  }
  if (names.size === 0) return null;
  const parts = [...names].map(([manner, of]) => differ(of, manner));
  if (a.display === b.display) parts.push('the display is the same');
  const sameDisplay = a.display === b.display || mannerOf(a.display, b.display) !== 'words';
  return { told: parts.join(', '), sameDisplay };
}

/** The texts of both sides by name, empty where a side has none. */
function textPairs(a: AnnouncedTexts, b: AnnouncedTexts, uses: SpokenUses): Map<string, [string, string]> {
  const pairs = new Map<string, [string, string]>([['display', [a.display, b.display]]]);
  for (const { designations } of [a, b]) {
    for (const { use } of designations) {
      if (isSpokenOf(use, uses)) pairs.set(use.replaceAll('-', ' '), [textOfUse(a, use), textOfUse(b, use)]);
    }
  }
  return pairs;
}

function textOfUse({ designations }: AnnouncedTexts, use: string): string {
  return designations.find((designation) => designation.use === use)?.value ?? '';
}

function differ(names: readonly string[], manner: Manner): string {
  const verb = names.length === 1 ? 'differs' : 'differ';
  return `${names.join(' and ')} ${verb} in ${manner === 'words' ? manner : `nothing but ${manner}`}`;
}

function mannerOf(a: string, b: string): Manner {
  if (a.trimStart() === b.trimStart()) return 'a leading blank';
  if (a.replace(/\s/g, '') === b.replace(/\s/g, '')) return 'blanks';
  if (a.toLowerCase() === b.toLowerCase()) return 'case';
  return sameWords(a, b) ? 'case, punctuation or blanks' : 'words';
}
