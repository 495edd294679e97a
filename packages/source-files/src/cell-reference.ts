// Where a cell is: "C17" is column 3 of row 17.
import { wholeNumber } from './whole-number.ts';

/** The last row that a workbook can have. */
export const lastRow = 1_048_576;
/** The last column that a workbook can have, XFD. */
export const lastColumn = 16_384;

const letterA = 0x41;
const letters = 26;

/** Row and column of a cell, both from 1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The place that a reference names; null when it is none, or lies beyond the last row or column. */
export function cellPlace(reference: string): CellPlace | null {
  let at = 0;
  let column = 0;
  while (isLetter(reference.charCodeAt(at))) {
    column = column * letters + reference.charCodeAt(at) - letterA + 1;
    if (column > lastColumn) return null;
    at += 1;
  }
  const row = at === 0 ? null : rowNumber(reference, at);
  return row === null ? null : { row, column };
}

/** The number of a row, from 1, that stands from `from` on; null when it is none, or lies beyond the last row. */
export function rowNumber(text: string, from = 0): number | null {
  const row = text[from] === '0' ? null : wholeNumber(text, from);
  return row === null || row > lastRow ? null : row;
}

/** The reference of a place, as Excel shows it. */
export function cellReference({ row, column }: CellPlace): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / letters)) {
    name = String.fromCharCode(letterA + ((rest - 1) % letters)) + name;
  }
  return `${name}${row}`;
}

function isLetter(code: number): boolean {
  return code >= letterA && code < letterA + letters;
}
