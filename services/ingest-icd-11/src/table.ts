// A published table, whether it is text or a workbook: rows of texts, and where each of them stands.

/** One row. */
export interface TableRow {
  /** Line of the text, or row of the sheet, from 1. */
  readonly row: number;
  /** As published; empty where a cell holds nothing. A workbook's row may end before its last column. */
  readonly fields: readonly string[];
}

/** A table with its header. */
export interface Table {
  /** The file's name as in SourceFile.name. */
  readonly file: string;
  /** The sheet of a workbook that it is; null for a text. */
  readonly sheet: string | null;
  readonly header: TableRow;
  /** The rows below the header; can be drawn once. Throws SourceFileError for what is no table. */
  readonly rows: Iterable<TableRow>;
  /** True when a row must have a field for each column; the rows of a sheet end with their last cell. */
  readonly fullRows: boolean;
  /** The place of a field, `index` from 0, for messages; of the whole row where index is null. */
  place(row: number, index: number | null): string;
}
