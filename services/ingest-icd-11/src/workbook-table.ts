// A sheet of a workbook → a table: the same fields as the tab-separated text has.
import { cellReference, readWorkbook, SourceFileError } from '@codeset/source-files';
import { countColumns, findColumns } from './columns.ts';
import type { Table, TableRow } from './table.ts';

/** So many of the tabulation's columns make a header. */
export const columnsOfHeader = 5;

/**
 * The first sheet whose first row is the header of a tabulation; null when there is none. Throws SourceFileError for
 * what is no workbook, and for a damaged or hostile one.
 */
export async function workbookTable(bytes: Buffer, file: string): Promise<Table | null> {
  const { sheets } = await readWorkbook(bytes, file);
  for (const { name, rows } of sheets) {
    const drawn = tableRows(await rows());
    const first = drawn.next();
    if (first.done === true || countColumns(findColumns(first.value.fields)) < columnsOfHeader) continue;
    return {
      file,
      header: first.value,
      rows: drawn,
      fullRows: false,
      place: (row, index) =>
        `${file}!${name}!${index === null ? `row ${row}` : cellReference({ row: row, column: index + 1 })}`,
    };
  }
  return null;
}

/** As workbookTable; throws SourceFileError where it gives null. */
export async function tabulationSheet(bytes: Buffer, file: string): Promise<Table> {
  const table = await workbookTable(bytes, file);
  if (table !== null) return table;
  throw new SourceFileError({
    file,
    found: 'no sheet whose first row is the header of a tabulation',
    expected: 'the columns Foundation URI, Linearization URI, Code, BlockId, Title …',
    advice: 'Take the file as the publisher released it.',
  });
}

type SheetRows = Awaited<ReturnType<Awaited<ReturnType<typeof readWorkbook>>['sheets'][number]['rows']>>;

/** A link is a formula, and the text has it as one: what a program cached as its result is left aside. */
function* tableRows(rows: SheetRows): Generator<TableRow, undefined> {
  for (const { row, cells } of rows) {
    yield {
      row,
      fields: cells.map((cell) =>
        cell === null ? '' : cell.formula === null ? cell.text : `=${cell.formula}`,
      ),
    };
  }
}
