// How a place in a published file is written: `file:line:columns` in a text, `file!sheet!cell` in a workbook.
import { cellReference } from '@codeset/source-files';

/** A line of a text, or columns of it, counted from 1. */
export function linePlace(file: string, line: number, columns?: readonly [number, number]): string {
  return columns === undefined ? `${file}:${line}` : `${file}:${line}:${columns[0]}-${columns[1]}`;
}

/** A row of a sheet, or a cell of it; `column` counts from 0. */
export function cellPlace(file: string, sheet: string, row: number, column?: number): string {
  return column === undefined
    ? `${file}!${sheet}!row ${row}`
    : `${file}!${sheet}!${cellReference({ row, column: column + 1 })}`;
}
