// The notation of the column “Previous Code(s) Assignment”: one code, lists, ranges, codes that are needed together.
import type { NoteLink } from '@codeset/terminology';
import { dotted, isPlainCode, isPointedCode } from '../code-form.ts';

/** What was coded before: a code or a range, alone or together with others. */
export interface PreviousCode {
  readonly source: NoteLink;
  /** Each of these was needed as well; of a range, or below a code, one code. */
  readonly with: readonly NoteLink[];
}

/**
 * Reads the notation, outer blanks aside: the alternatives in their order, none for `None`; null for words that are not
 * of the notation. Commas, semicolons and “or” part alternatives; “and” and “&” join codes that are needed together, and
 * so do the commas before them (`H02.201, H02.202, H02.204 and H02.205` for both lids of both eyes).
 */
export function readPreviousCodes(text: string): readonly PreviousCode[] | null {
  const folded = text.replace(/\s+/g, ' ').trim();
  if (/^none\.?$/i.test(folded)) return [];
  const isCombination = /\sand\s|&/i.test(folded);
  // A semicolon or “or” beside an “and” could be read in two ways: neither is taken.
  if (isCombination && /;|\sor\s/i.test(folded)) return null;
  const pieces = folded.split(isCombination ? /\s*,\s*(?:and\s)?|\sand\s|&/i : /[,;]|\sor\s/i);
  const links = pieces.map((piece) => readCodes(piece.trim()));
  const read = links.filter((link) => link !== null);
  const [first, ...others] = read;
  if (first === undefined || read.length < links.length) return null;
  return isCombination ? [{ source: first, with: others }] : read.map((source) => ({ source, with: [] }));
}

/** “Codes in Categories T15-T19”, “a code from R11-”, “Code from categories T36-T50”. */
const words = /^(?:an? |any )?codes? (?:from|in) (?:(?:sub)?categor(?:y|ies) )?/i;

/** `A00`, `A00.1`, each perhaps with the dash that says “and what is below”; a range of two. */
const notation = /^([A-Z0-9.]+?)(\.?-)?(?: ?[-–] ?([A-Z0-9.]+?)(\.?-)?)?$/i;

function readCodes(piece: string): NoteLink | null {
  const inWords = words.test(piece);
  const [, first = '', dash, last, lastDash] = notation.exec(piece.replace(words, '')) ?? [];
  const from = readCode(first);
  const to = last === undefined ? null : readCode(last);
  if (from === null || (last !== undefined && to === null)) return null;
  return { text: piece, from, to, below: inWords || dash !== undefined || lastDash !== undefined };
}

/** A code as ICD-10-CM writes it, with its point and upper case; null for what is none. */
export function readCode(text: string): string | null {
  const code = text.trim().replaceAll('x', 'X');
  if (isPointedCode(code)) return code;
  return isPlainCode(code) ? dotted(code) : null;
}
