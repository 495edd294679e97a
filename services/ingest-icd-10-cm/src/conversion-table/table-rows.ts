// The conversion table as a workbook or as comma-separated text → rows with their places, columns found by name.
import { decodeText, delimitedRecords, isWorkbook, readWorkbook } from '@codeset/source-files';

/** A row that holds something. */
export interface TableRow {
  /** `Sheet1!row 3` or `line 3`. */
  readonly place: string;
  /** Texts of the cells, outer blanks kept; empty where a cell holds nothing. */
  readonly cells: readonly string[];
}

/** Where the columns stand, counted from 0. */
export interface TableColumns {
  readonly current: number;
  readonly effective: number;
  readonly previous: number;
}

/** A table that was found by its header. */
export interface ConversionTable {
  readonly columns: TableColumns;
  /** What stands above the header. */
  readonly prose: string;
  /** The rows below the header; can be drawn once. */
  readonly rows: Iterable<TableRow>;
}

/** The header is looked for in so many rows that hold something. */
const rowsLookedAt = 30;

/** The tables in the file, one a sheet at most. Throws SourceFileError for what cannot be read. */
export async function conversionTables(bytes: Buffer, file: string): Promise<ConversionTable[]> {
  const tables: (ConversionTable | null)[] = [];
  if (!(await isWorkbook(bytes))) tables.push(findTable(textRows(bytes, file)));
  else
    for (const sheet of (await readWorkbook(bytes, file)).sheets)
      tables.push(findTable(sheetRows(sheet.name, await sheet.rows())));
  return tables.filter((table) => table !== null);
}

/** How a place of a row is said in a finding or a refusal. */
export function placeInFile(file: string, place: string): string {
  const line = /^line (\d+)$/.exec(place)?.[1];
  return line === undefined ? `${file}!${place}` : `${file}:${line}`;
}

function* textRows(bytes: Buffer, file: string): Generator<TableRow> {
  const { text } = decodeText(bytes, file, { fallback: 'windows-1252' });
  const format = { delimiter: ',', header: false, fieldCount: 'any' } as const;
  for (const { line, fields } of delimitedRecords(text, file, format))
    yield { place: `line ${line}`, cells: fields };
}

function* sheetRows(
  sheet: string,
  rows: Iterable<{ readonly row: number; readonly cells: readonly ({ readonly text: string } | null)[] }>,
): Generator<TableRow> {
  for (const { row, cells } of rows)
    yield { place: `${sheet}!row ${row}`, cells: cells.map((cell) => cell?.text ?? '') };
}

function findTable(rows: Generator<TableRow>): ConversionTable | null {
  const above: string[] = [];
  for (let next = rows.next(); next.done !== true && above.length < rowsLookedAt; next = rows.next()) {
    const columns = tableColumns(next.value.cells);
    if (columns) return { columns, prose: above.join('\n'), rows };
    above.push(next.value.cells.join(' ').trim());
  }
  return null;
}

/** “Current code assignment”, “Effective October 1” or “Effective”, “Previous Code(s) Assignment”, in any order. */
function tableColumns(cells: readonly string[]): TableColumns | null {
  const find = (name: RegExp) => cells.findIndex((cell) => name.test(cell.trim()));
  const current = find(/^current code\b/i);
  const effective = find(/^effective\b/i);
  const previous = find(/^previous code/i);
  return Math.min(current, effective, previous) === -1 ? null : { current, effective, previous };
}
