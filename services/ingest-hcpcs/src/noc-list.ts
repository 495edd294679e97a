// The list of not-otherwise-classified codes in the publisher's words, from workbook or text.

/** One code of the list. */
export interface NocCode {
  readonly place: string;
  readonly code: string;
  /** Whole in the workbook; null in the text, which cuts it off. */
  readonly description: string | null;
  /** yyyymmdd, as published; empty where there is none. */
  readonly dateAdded: string;
  readonly terminationDate: string;
}

export interface NocList {
  readonly file: string;
  /** The year in its title; null where it has none. */
  readonly year: number | null;
  /** Where the title is; null without one. */
  readonly yearPlace: string | null;
  readonly codes: readonly NocCode[];
}

/** A code of HCPCS or of CDT (D0170); other characters are refused. */
export const nocCodeForm = /^[A-Z]\d{4}$/;
