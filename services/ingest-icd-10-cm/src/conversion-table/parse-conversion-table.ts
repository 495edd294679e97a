// The conversion table → a record a row, in the publisher's words.
import { CollectedProblems } from '@codeset/ingestion/refusals';
import { quoted } from '@codeset/source-files';
import type { PlainDate } from '@codeset/terminology';
import { effectiveDate } from './effective-date.ts';
import { readCode } from './previous-codes.ts';
import {
  type ConversionTable,
  conversionTables,
  placeInFile,
  type TableColumns,
  type TableRow,
} from './table-rows.ts';

/** One row of the table. */
export interface ConversionRow {
  /** `Sheet1!row 3` or `line 3`. */
  readonly place: string;
  /** With its point. */
  readonly currentCode: string;
  /** The year or date that the row gives, as a date. */
  readonly effectiveFrom: PlainDate;
  /** As published, outer blanks dropped. */
  readonly previousCodes: string;
  /** What stands in columns without a heading of the table; mostly none. */
  readonly surplus: readonly string[];
}

export interface ParsedConversionTable {
  /** The fiscal year that the prose above the table names; null where it names none. */
  readonly year: number | null;
  readonly rows: readonly ConversionRow[];
}

/** Reads it; a row without a code or a date is refused with its place, up to twenty at a time. Throws CodesetError FILE_REFUSED. */
export async function parseConversionTable(bytes: Buffer, file: string): Promise<ParsedConversionTable> {
  const problems = new CollectedProblems(file);
  const tables = await conversionTables(bytes, file);
  const [table] = tables;
  if (!table || tables.length > 1)
    problems.note(
      `${file}: found ${tables.length} tables, expected one with the columns Current code assignment, Effective and Previous Code(s) Assignment`,
    );
  const rows = table ? [...parseRows(table, file, problems)] : [];
  if (table && rows.length === 0) problems.note(`${file}: found no row below the header, expected some`);
  problems.throwIfAny();
  const year = /\bFY\s?(20\d\d)\b/i.exec(table?.prose ?? '')?.[1];
  return { year: year === undefined ? null : Number(year), rows };
}

function* parseRows(
  { columns, rows }: ConversionTable,
  file: string,
  problems: CollectedProblems,
): Generator<ConversionRow> {
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const record = parseRow(row, columns);
    if ('found' in record)
      problems.note(
        `${placeInFile(file, row.place)}: found ${quoted(record.found)} as ${record.as}, expected ${record.expected}`,
      );
    else yield record;
  }
}

/** What is wrong with a cell. */
interface CellProblem {
  readonly found: string;
  readonly as: string;
  readonly expected: string;
}

function parseRow({ place, cells }: TableRow, columns: TableColumns): ConversionRow | CellProblem {
  const cell = (column: number) => (cells[column] ?? '').trim();
  const currentCode = readCode(cell(columns.current));
  const effectiveFrom = effectiveDate(cell(columns.effective));
  if (currentCode === null)
    return { found: cell(columns.current), as: 'current code', expected: 'a code with its point' };
  if (effectiveFrom === null)
    return { found: cell(columns.effective), as: 'effective date', expected: 'a year or a date' };
  const known = new Set(Object.values(columns));
  const surplus = cells.filter((text, column) => !known.has(column) && text.trim() !== '');
  return { place, currentCode, effectiveFrom, previousCodes: cell(columns.previous), surplus };
}
