// Corrections to the main file in the publisher's words: one row a code, columns by name.
import { foldText } from './fold-text.ts';
import { yearBesideHcpcs } from './preamble.ts';
import type { SourceProblems } from './source-problems.ts';

/** What is to be corrected of one code. */
export interface Correction {
  readonly place: string;
  readonly code: string;
  /** As published, `Revise Long Desc`. */
  readonly action: string;
  /** Since when, `2017-01-01`; empty where none is given. */
  readonly effectiveDate: string;
  /** The other columns that say something, by heading, in the file's order; blanks folded. */
  readonly changes: ReadonlyMap<string, string>;
}

export interface Corrections {
  readonly file: string;
  /** The year in the title; null where it has none. */
  readonly year: number | null;
  readonly yearPlace: string | null;
  readonly rows: readonly Correction[];
}

/** A row as text or workbook has it. */
export interface CorrectionsRow {
  readonly place: string;
  readonly texts: readonly string[];
}

export function isCorrectionsHeadings(headings: readonly string[]): boolean {
  return headings[0] === 'CODE' && headings[1] === 'ACTION';
}

/** Rows with title and header → corrections; empty rows are passed over, rows without a code are noted. */
export function readCorrections(
  rows: Iterable<CorrectionsRow>,
  file: string,
  problems: SourceProblems,
): Corrections {
  let year: { year: number; place: string } | null = null;
  let headings: readonly string[] | null = null;
  const corrections: Correction[] = [];
  for (const { place, texts } of rows) {
    const folded = texts.map(foldText);
    if (folded.every((text) => text === '')) continue;
    if (headings === null) {
      const named = yearBesideHcpcs(folded.join(' '));
      if (named !== null) year = { year: named, place };
      const upper = folded.map((text) => text.toUpperCase());
      if (isCorrectionsHeadings(upper)) headings = upper;
      continue;
    }
    const correction = correctionIn(folded, headings, place);
    if (correction) corrections.push(correction);
    else problems.add({ place, found: folded.join(' '), expected: 'a code of HCPCS and what is to be done' });
  }
  if (headings === null)
    problems.add({ place: file, found: '', expected: 'the headings CODE, ACTION and so on' });
  return { file, year: year?.year ?? null, yearPlace: year?.place ?? null, rows: corrections };
}

function correctionIn(
  texts: readonly string[],
  headings: readonly string[],
  place: string,
): Correction | null {
  const [code = '', action = ''] = texts;
  if (!/^(?:[A-Z]\d{4}|[A-Z0-9]{2})$/.test(code) || action === '') return null;
  const changes = new Map<string, string>();
  let effectiveDate = '';
  for (const [at, text] of texts.entries()) {
    if (at < 2 || text === '') continue;
    const heading = headings[at] ?? '';
    if (heading === 'EFF DATE') effectiveDate = plainDate(text);
    else changes.set(heading === '' ? `COLUMN ${at + 1}` : heading, text);
  }
  return { place, code, action, effectiveDate, changes };
}

/** `01/01/2017` → `2017-01-01`, as a date cell reads; anything else stays. */
function plainDate(text: string): string {
  return text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$1-$2');
}
