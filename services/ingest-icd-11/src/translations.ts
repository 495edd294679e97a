// Titles of translations, gathered language by language, → the texts of each concept.
import type { DesignationSet, Finding } from '@codeset/terminology';
import type { TabulationRow } from './tabulation-row.ts';

const noTexts: DesignationSet = { designations: [] };

/** How many titles may be as in English before one doubts that they are translated; names of germs often are. */
const sameShare = 0.5;

/** The titles of one release in all languages that it came with. */
export class Translations {
  /** Titles by key, by language; null where the publisher gives none. */
  readonly #titles = new Map<string, Map<string, string | null>>();

  /** The languages there are, sorted. */
  get languages(): string[] {
    return [...this.#titles.keys()].sort();
  }

  /** The titles of a language by key; null where no file of that language was taken yet. */
  titlesIn(language: string): ReadonlyMap<string, string | null> | null {
    return this.#titles.get(language) ?? null;
  }

  /** Takes a language's titles, and says what is missing or doubtful in them. */
  take(language: string, rows: Iterable<TabulationRow>, file: string): Finding[] {
    const titles = new Map<string, string | null>();
    const tally = { missing: 0, same: 0, otherMarks: 0 };
    for (const { key, title, translation, depth, translationDepth } of rows) {
      titles.set(key, translation);
      if (translation === null) tally.missing += 1;
      if (translation === title) tally.same += 1;
      if (translationDepth !== null && translationDepth !== depth) tally.otherMarks += 1;
    }
    this.#titles.set(language, titles);
    return findingsOf(tally, titles.size, language, file);
  }

  /** The texts of a concept; null where the release came without translations. */
  of(key: string): DesignationSet | null {
    if (this.#titles.size === 0) return null;
    const designations = this.languages.flatMap((language) => {
      const value = this.#titles.get(language)?.get(key);
      return value == null ? [] : [{ use: 'title', language, value }];
    });
    return designations.length === 0 ? noTexts : { designations };
  }
}

function findingsOf(
  {
    missing,
    same,
    otherMarks,
  }: { readonly missing: number; readonly same: number; readonly otherMarks: number },
  rows: number,
  language: string,
  file: string,
): Finding[] {
  const findings: Finding[] = [];
  const add = (severity: Finding['severity'], rule: string, message: string) =>
    findings.push({ severity, rule, message, where: file });
  if (missing > 0) add('info', 'titles-missing', `${missing} of ${rows} rows have no title in ${language}.`);
  if (same > rows * sameShare)
    add(
      'warning',
      'translated-in-name-only',
      `${same} of ${rows} titles in ${language} are the English ones.`,
    );
  if (otherMarks > 0)
    add(
      'info',
      'translated-marks',
      `${otherMarks} titles in ${language} have other marks than the English ones, which count.`,
    );
  return findings;
}
