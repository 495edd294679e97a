// Changes as CSV, for spreadsheets and programs.
import { byteOrderMark, type CsvCell, csvLines } from '../csv-text.ts';
import { type ChangeRow, changeRows, columns, type RowContext } from './change-rows.ts';
import type { ChangeRecord } from './change-record.ts';

/** Gives the CSV piece by piece: the header, then the rows of each page. */
export async function* csvPieces(
  pages: AsyncIterable<readonly ChangeRecord[]>,
  context: RowContext,
): AsyncGenerator<string> {
  yield `${byteOrderMark}${csvLines([columns.map(({ name }) => name)])}`;
  for await (const page of pages) {
    const rows = page.flatMap((record) => changeRows(record, context));
    if (rows.length > 0) yield csvLines(rows.map(cells));
  }
}

function cells(row: ChangeRow): CsvCell[] {
  return columns.map(({ name }) => row[name]);
}
