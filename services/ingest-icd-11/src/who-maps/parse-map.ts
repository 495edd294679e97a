// A published table → its rows in the publisher's words, its day, and which rows stand in it twice.
import type { PlainDate } from '@codeset/terminology';
import { stampDay } from '../edition-stamp.ts';
import type { Table, TableRow } from '../table.ts';
import { TableProblems } from '../table-problems.ts';
import { findMapColumns, type MapColumns, publishedName, requiredColumns } from './map-columns.ts';
import { MapFields } from './map-fields.ts';
import type { MapRow } from './map-row.ts';
import type { MapTable } from './map-tables.ts';
import { readMapRow } from './read-map-row.ts';

/** A table that was read. */
export interface ParsedMap {
  /** The day that the header tells. */
  readonly day: PlainDate;
  readonly headerRow: number;
  readonly rows: readonly MapRow[];
  /** Rows that say in every field what an earlier one says. */
  readonly doubles: readonly { readonly row: number; readonly earlier: number }[];
  /** The names of the columns that are not known. */
  readonly unknownColumns: readonly string[];
}

/** Reads it; throws CodesetError FILE_REFUSED with up to twenty places. */
export function parseMap(source: Table, table: MapTable): ParsedMap {
  const problems = new TableProblems(source);
  const columns = findMapColumns(source.header.fields);
  const day = readHeader(source, table, columns, problems);
  problems.throwIfAny();
  const { rows, doubles } = readRows(source, table, columns, problems);
  if (rows.length === 0) {
    const row = source.header.row + 1;
    problems.add({ row, index: null, found: '', expected: 'at least one row below the header' });
  }
  problems.throwIfAny();
  const last = source.header.fields.length - 1;
  const unknownColumns = columns.unknown.filter((index) => index !== last);
  return {
    day: day ?? '',
    headerRow: source.header.row,
    rows,
    doubles,
    unknownColumns: unknownColumns.map((index) => source.header.fields[index] ?? ''),
  };
}

/** The last field of the header has no column below it: it is the day of the table. */
function readHeader(
  { header }: Table,
  table: MapTable,
  { at, twice }: MapColumns,
  problems: TableProblems,
): PlainDate | null {
  const missing = requiredColumns(table).filter((name) => at[name] === undefined);
  if (missing.length > 0) {
    const found = `a header without ${missing.map(publishedName).join(', ')}`;
    problems.add({ row: header.row, index: null, found, expected: `the columns of ${table.published}` });
  }
  if (twice !== null)
    problems.add({
      row: header.row,
      index: twice,
      found: header.fields[twice] ?? '',
      expected: 'each column once',
    });
  const last = header.fields.length - 1;
  const field = header.fields[last] ?? '';
  const day = stampDay(field.trim().replaceAll('-', ' '));
  if (day === null)
    problems.add({
      row: header.row,
      index: last,
      found: field,
      expected: 'the day of the table after its columns, as 2024-Jan-21',
    });
  return day;
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
    if (!hasItsFields(row, width, problems)) continue;
    const fields = new MapFields(row, columns, problems);
    const identity = table.sourcesOnce ? sourceOf(fields, table) : row.fields.join('\t');
    const earlier = seen.get(identity);
    if (earlier === undefined) seen.set(identity, row.row);
    else if (table.sourcesOnce) refuseTwice(fields, table, earlier);
    else doubles.push({ row: row.row, earlier });
    const read = readMapRow(fields, table);
    if (read !== null) rows.push(read);
  }
  return { rows, doubles };
}

function hasItsFields({ row, fields }: TableRow, width: number, problems: TableProblems): boolean {
  if (fields.length === width) return true;
  const index = fields.length > width ? width : null;
  problems.add({ row, index, found: `${fields.length} fields`, expected: `${width} fields` });
  return false;
}

function sourceOf(fields: MapFields, { from }: MapTable): string {
  return fields.text(from === 'icd-10' ? 'code10' : 'linearizationUri');
}

function refuseTwice(fields: MapFields, { from }: MapTable, earlier: number): void {
  const column = from === 'icd-10' ? 'code10' : 'linearizationUri';
  fields.refuse(column, `each source once, and it stands in line ${earlier} already`);
}
