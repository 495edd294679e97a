// Changes as CSV (RFC 4180) for spreadsheets and programs: UTF-8 with a byte order mark, no cell that runs as a formula.
import papaparse from 'papaparse';
import { type ChangeRow, changeRows, columns, type RowContext } from './change-rows.ts';
import type { ChangeRecord } from './change-record.ts';

/** Without it spreadsheets take UTF-8 for another encoding (Sézary → SÃ©zary). */
const byteOrderMark = '\uFEFF';

/**
 * What makes a spreadsheet take a cell for a formula: an apostrophe is put before it. The pattern of papaparse would
 * not see a formula with a line end in it; full-width signs are taken for formulas in some countries.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Gives the CSV piece by piece: the header, then the rows of each page. */
export async function* csvPieces(
  pages: AsyncIterable<readonly ChangeRecord[]>,
  context: RowContext,
): AsyncGenerator<string> {
  yield `${byteOrderMark}${lines([columns.map(({ name }) => name)])}`;
  for await (const page of pages) {
    const rows = page.flatMap((record) => changeRows(record, context));
    if (rows.length > 0) yield lines(rows.map(cells));
  }
}

function cells(row: ChangeRow): (string | boolean | null)[] {
  return columns.map(({ name }) => row[name]);
}

function lines(rows: (string | boolean | null)[][]): string {
  return `${papaparse.unparse(rows, { escapeFormulae: formula })}\r\n`;
}
