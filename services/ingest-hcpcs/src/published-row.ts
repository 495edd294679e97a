// A line or a row of the main file before it is joined with its continuations: texts, and where each stands.

/** What text and workbook have in common. */
export interface PublishedRow {
  readonly place: string;
  /** Outer blanks dropped. */
  readonly code: string;
  readonly sequence: string;
  /** 1 for the first line of a code, 2 for its first continuation; null when it is not of the form. */
  readonly ordinal: number | null;
  readonly recordId: string;
  readonly longDescription: string;
  /** The fields by the workbook's headings, outer blanks dropped, empty where blank. */
  readonly cells: ReadonlyMap<string, string>;
  /** Where a heading's field is, `SEQNUM` and the other leading ones too. */
  placeOf(heading: string): string;
}
