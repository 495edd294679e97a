// The rows of a sheet as its cells come in: in order, gaps filled, capped.
import {
  type CellPlace,
  cellPlace,
  cellReference,
  lastColumn,
  lastRow,
  rowNumber,
} from './cell-reference.ts';
import { quoted } from './source-file-error.ts';
import { type CellTables, type StoredCell, type WorkbookCell, workbookCell } from './workbook-cell.ts';
import { type RefuseInWorkbook, refusingAt } from './workbook-fault.ts';

/** A row that holds something. */
export interface WorkbookRow {
  /** From 1, as Excel shows it. */
  readonly row: number;
  /** The cell of column A first; null where a cell holds nothing; it ends with the last cell that holds something. */
  readonly cells: readonly (WorkbookCell | null)[];
}

/** What takes the rows and cells of one sheet, each as it begins and ends; refuses what is out of order or too much. */
export interface RowsInOrder {
  /** Refuses at the cell or row that began last. */
  readonly refuse: RefuseInWorkbook;
  /** Begins a row with this number; null for the one after the last. */
  startRow(number: string | null): void;
  endRow(): void;
  /** Begins a cell with this reference; null for the one to the right of the last. */
  startCell(reference: string | null): void;
  endCell(stored: StoredCell): void;
}

/** Puts finished rows into `rows`; `sheet` is the sheet's name for messages, with that of its workbook. */
export function rowsInOrder(
  sheet: string,
  tables: CellTables,
  allowedCells: number,
  rows: WorkbookRow[],
): RowsInOrder {
  let row = 0;
  let column = 0;
  let cells: (WorkbookCell | null)[] = [];
  let cellsBefore = 0;
  const refuse = refusingAt(() => (row === 0 ? sheet : `${sheet}!${placeText({ row, column })}`));

  const put = (cell: WorkbookCell) => {
    if (cellsBefore + column > allowedCells)
      refuse(`more than ${allowedCells} cells, gaps counted`, 'fewer, as published workbooks have');
    while (cells.length < column - 1) cells.push(null);
    cells.push(cell);
  };
  return {
    refuse,
    startRow(number) {
      const next = number === null ? row + 1 : rowNumber(number);
      if (next === null || next > lastRow)
        return refuse(`the next row ${quoted(number ?? String(next))}`, `a row up to ${lastRow}`);
      if (next <= row) refuse(`the row ${next} after the row ${row}`, 'rows in order, each once');
      row = next;
      column = 0;
      cells = [];
    },
    endRow() {
      cellsBefore += cells.length;
      if (cells.length > 0) rows.push({ row, cells });
    },
    startCell(reference) {
      const place = reference === null ? { row, column: column + 1 } : cellPlace(reference);
      if (place === null || place.column > lastColumn)
        return refuse(`the next cell ${quoted(reference ?? '')}`, `a cell from A1 to XFD${lastRow}`);
      if (place.row !== row)
        refuse(`the cell ${cellReference(place)} in the row ${row}`, 'cells of that row');
      if (place.column <= column)
        refuse(
          `the cell ${cellReference(place)} after ${cellReference({ row, column })}`,
          'cells in order, each once',
        );
      column = place.column;
    },
    endCell(stored) {
      const cell = workbookCell(stored, tables, refuse);
      if (cell !== null) put(cell);
    },
  };
}

/** Before its first cell a row is named alone. */
function placeText(place: CellPlace): string {
  return place.column === 0 ? `row ${place.row}` : cellReference(place);
}
