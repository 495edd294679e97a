// Transaction reports in the publisher's words: what happened to each code, in words instead of action codes.

/** One row. */
export interface Transaction {
  readonly place: string;
  /** Line of a text, row of a sheet. */
  readonly line: number;
  readonly code: string;
  /** As published, `Long Description Change`. */
  readonly change: string;
  /** Since 2020 the reports repeat the descriptions; null where they do not. */
  readonly shortDescription: string | null;
  readonly longDescription: string | null;
}

/** The action codes that the words of a report stand for, in upper case; of some, either. */
const actionsOfChange: Readonly<Record<string, string>> = {
  ADD: 'A',
  ADDED: 'A',
  'COVERAGE & LONG DESC CHANGE': 'B',
  'COVERAGE AND LONG DESCRIPTION CHANGE': 'B',
  'LONG DESCRIPTION CHANGE': 'C',
  'LONG/SHORT DESCRIPTION CHANGE': 'CS',
  DISCONTINUED: 'D',
  'COVERAGE CHANGE': 'F',
  'NO CHANGE': 'N',
  'PAYMENT CHANGE': 'P',
  'RE-ACTIVATED': 'R',
  'SHORT DESCRIPTION CHANGE': 'S',
  'MISC CHANGE (TOS, BETOS)': 'T',
  'MISCELLANEOUS CHANGE (BETOS OR TYPE OF SERVICE)': 'T',
};

/** Action codes, each one letter, any of which the words may stand for; null for words that are not known. */
export function actionsIn(change: string): string | null {
  return actionsOfChange[change.toUpperCase()] ?? null;
}

/** A code or a modifier, as the reports have them. */
export const transactionCodeForm = /^(?:[A-Z]\d{4}|[A-Z0-9]{2})$/;
