// A code of the main file in the publisher's words, whichever form it was read from.
import type { MainFieldName } from './main-fields.ts';

/** One code with everything the file says of it. */
export interface MainRecord {
  /** Where its first line or row is. */
  readonly place: string;
  /** `A0021`, or the two characters of a modifier. */
  readonly code: string;
  readonly isModifier: boolean;
  /** Continuations joined; runs of blanks folded, in which text and workbook differ. */
  readonly longDescription: string;
  /** The values of each field in the order of the file, blanks left out; dates as yyyy-mm-dd. */
  readonly values: Readonly<Record<MainFieldName, readonly string[]>>;
}

/** The main file: what stands before the records, and the records in its order. */
export interface MainFile {
  readonly file: string;
  /** Paragraphs, folded. */
  readonly preamble: readonly string[];
  readonly records: readonly MainRecord[];
  /** Codes whose ASC date was published two columns early, with their places. */
  readonly shiftedAscDates: readonly MainRecord[];
  /** What holds something and is not read: columns and sheets of a workbook, with the rows that do. */
  readonly uncaptured: ReadonlyMap<string, number>;
  /** Lines or rows that hold records and their continuations. */
  readonly lines: number;
}

/** The only value of a field; null where it is blank. */
export function onlyValue({ values }: MainRecord, field: MainFieldName): string | null {
  return values[field][0] ?? null;
}
