// A sheet of a workbook → a table: the same fields as the tab-separated text has.
import { cellReference, readWorkbook } from '@codeset/source-files';
import type { Table, TableRow } from './table.ts';

/**
 * The first sheet whose first row `isHeader` takes for the header; null when there is none. Throws SourceFileError for
 * what is no workbook, and for a damaged or hostile one.
 */
export async function workbookTable(
  bytes: Buffer,
  file: string,
  isHeader: (fields: readonly string[]) => boolean,
): Promise<Table | null> {
  const { sheets } = await readWorkbook(bytes, file);
  for (const { name, rows } of sheets) {
    const drawn = tableRows(await rows());
    const first = drawn.next();
    if (first.done === true || !isHeader(first.value.fields)) continue;
    return {
      file,
      sheet: name,
      header: first.value,
      rows: drawn,
      fullRows: false,
      place: (row, index) =>
        `${file}!${name}!${index === null ? `row ${row}` : cellReference({ row: row, column: index + 1 })}`,
    };
  }
  return null;
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
