// A published table → its rows in the publisher's words, its day, and which rows stand in it twice.
import type { PlainDate } from '@codeset/terminology';
import type { Table, TableRow } from '../table.ts';
import { TableProblems } from '../table-problems.ts';
import { findMapColumns, type MapColumn, type MapColumns } from './map-columns.ts';
import { MapFields } from './map-fields.ts';
import { placeInTable } from './map-place.ts';
import type { MapRow } from './map-row.ts';
import type { MapTable } from './map-tables.ts';
import { readMapHeader } from './read-map-header.ts';
import { readMapRow } from './read-map-row.ts';
import { repeatsDepth } from './repeated-depth.ts';

/** A table that was read. */
export interface ParsedMap {
  readonly file: string;
  /** The sheet of a workbook that it is; null for a text. */
  readonly sheet: string | null;
  /** The day that the header tells. */
  readonly day: PlainDate;
  readonly headerRow: number;
  /** Those that were read. */
  readonly columns: MapColumns;
  readonly rows: readonly MapRow[];
  /** Rows that say in every field what an earlier one says. */
  readonly doubles: readonly { readonly row: number; readonly earlier: number }[];
  /** The names of the columns that are not known. */
  readonly unknownColumns: readonly string[];
  /** The place of the column for the depth in ICD-11, which was not read because it repeats that in ICD-10; mostly null. */
  readonly repeatedDepth: string | null;
  /** The place of a row or of a field in it, for messages; `day` is the header field that tells it. */
  place(row: number, column: MapColumn | 'day' | null): string;
}

/** Reads it; throws CodesetError FILE_REFUSED with up to twenty places. */
export function parseMap(source: Table, table: MapTable): ParsedMap {
  const problems = new TableProblems(source);
  const { file, sheet, header } = source;
  const found = findMapColumns(header.fields);
  const day = readMapHeader(source, table, found, problems);
  problems.throwIfAny();
  const { tableRows, columns } = soundColumns(source, found);
  const { rows, doubles } = readRows({ ...source, rows: tableRows }, table, columns, problems);
  if (rows.length === 0)
    problems.add({
      row: header.row + 1,
      index: null,
      found: '',
      expected: 'at least one row below the header',
    });
  problems.throwIfAny();
  const last = header.fields.length - 1;
  const { depth11 } = found.at;
  const depthIsRead = columns.at.depth11 === depth11;
  return {
    file,
    sheet,
    day: day ?? '',
    headerRow: header.row,
    columns,
    rows,
    doubles,
    unknownColumns: columns.unknown
      .filter((index) => index !== last)
      .map((index) => header.fields[index] ?? ''),
    repeatedDepth: depthIsRead ? null : source.place(header.row, depth11 ?? null),
    place(row, column) {
      if (column === null) return source.place(row, null);
      return source.place(row, column === 'day' ? last : (columns.at[column] ?? null));
    },
  };
}

/** The columns that can be read; a workbook's rows are seen through for one that cannot. */
function soundColumns(
  source: Table,
  found: MapColumns,
): { readonly tableRows: Iterable<TableRow>; readonly columns: MapColumns } {
  if (source.sheet === null) return { tableRows: source.rows, columns: found };
  const tableRows = [...source.rows].filter(({ fields }) => fields.some((field) => field !== ''));
  if (!repeatsDepth(tableRows, found)) return { tableRows, columns: found };
  const { depth11: _, ...at } = found.at;
  return { tableRows, columns: { ...found, at } };
}

function readRows(
  source: Table,
  table: MapTable,
  columns: MapColumns,
  problems: TableProblems,
): Pick<ParsedMap, 'rows' | 'doubles'> {
  const rows: MapRow[] = [];
  const doubles: { row: number; earlier: number }[] = [];
  const seen = new Map<string, number>();
  const width = source.header.fields.length - 1;
  for (const row of source.rows) {
    if (!hasItsFields(row, width, source.fullRows, problems)) continue;
    const fields = new MapFields(row, columns, problems);
    const identity = table.sourcesOnce ? sourceOf(fields, table) : row.fields.join('\t');
    const earlier = seen.get(identity);
    if (earlier === undefined) seen.set(identity, row.row);
    else if (table.sourcesOnce) refuseTwice(fields, table, placeInTable(source.sheet, earlier));
    else doubles.push({ row: row.row, earlier });
    const read = readMapRow(fields, table);
    if (read !== null) rows.push(read);
  }
  return { rows, doubles };
}

function hasItsFields(
  { row, fields }: TableRow,
  width: number,
  full: boolean,
  problems: TableProblems,
): boolean {
  if (fields.length === width || (fields.length < width && !full)) return true;
  const index = fields.length > width ? width : null;
  problems.add({ row, index, found: `${fields.length} fields`, expected: `${width} fields` });
  return false;
}

function sourceOf(fields: MapFields, { from }: MapTable): string {
  return fields.text(from === 'icd-10' ? 'code10' : 'linearizationUri');
}

function refuseTwice(fields: MapFields, { from }: MapTable, earlier: string): void {
  const column = from === 'icd-10' ? 'code10' : 'linearizationUri';
  fields.refuse(column, `each source once, and it stands in ${earlier} already`);
}
