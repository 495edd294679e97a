// CSV (RFC 4180) for spreadsheets and programs: UTF-8 with a byte order mark, no cell that runs as a formula.
import papaparse from 'papaparse';

/** Without it spreadsheets take UTF-8 for another encoding (Sézary → SÃ©zary). */
export const byteOrderMark = '\uFEFF';

/**
 * What makes a spreadsheet take a cell for a formula: an apostrophe is put before it. The pattern of papaparse would
 * not see a formula with a line end in it; full-width signs are taken for formulas in some countries.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell; null is empty. */
export type CsvCell = string | number | boolean | null;

/** The rows as lines, each with its line end. */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  const cells = rows.map((row) => [...row]);
  return `${papaparse.unparse(cells, { escapeFormulae: formula })}\r\n`;
}
