// The header of a table: its columns, each once, and the day of the table.
import { isPlainDate, type PlainDate } from '@codeset/terminology';
import { stampDay } from '../edition-stamp.ts';
import type { Table } from '../table.ts';
import type { TableProblems } from '../table-problems.ts';
import { type MapColumns, publishedName, requiredColumns } from './map-columns.ts';
import type { MapTable } from './map-tables.ts';

/**
 * Notes what is wrong with it, and gives the day: the last field of the header has no column below it. Null where it
 * is none.
 */
export function readMapHeader(
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
  const day = dayOf(field.trim());
  if (day === null)
    problems.add({
      row: header.row,
      index: last,
      found: field,
      expected: 'the day of the table after its columns, as 2024-Jan-21',
    });
  return day;
}

/** A text has `2019-Apr-06`, a workbook the same or a date. */
function dayOf(field: string): PlainDate | null {
  const written = stampDay(field.replaceAll('-', ' '));
  return written ?? (isPlainDate(field) ? field : null);
}
