// Rows of one shape as CSV, ndjson or Parquet: what lists and maps are written by.
import type { BasicType } from 'hyparquet-writer';
import { byteOrderMark, type CsvCell, csvLines } from './csv-text.ts';
import { writeParquetRows } from './parquet-file.ts';

/** The forms in which rows are written one by one. */
export const rowFormats = ['csv', 'ndjson', 'parquet'] as const;

export type RowFormat = (typeof rowFormats)[number];

/** What is written. */
export interface RowsToWrite {
  readonly columns: readonly { readonly name: string; readonly type: BasicType }[];
  /** Under the names of the columns; null is empty. Drawn once. */
  readonly rows: Iterable<Readonly<Record<string, CsvCell>>>;
  /** Kept in the metadata of a Parquet file. */
  readonly facts: unknown;
}

/** Rows written at a time. */
const pageSize = 500;

/** Writes the rows piece by piece, CSV with a header. */
export async function writeRows(
  form: RowFormat,
  { columns, rows, facts }: RowsToWrite,
  write: (piece: string | Uint8Array) => Promise<void>,
): Promise<void> {
  switch (form) {
    case 'csv':
      await write(`${byteOrderMark}${csvLines([columns.map(({ name }) => name)])}`);
      for (const page of pagesOf(rows)) {
        await write(csvLines(page.map((row) => columns.map(({ name }) => row[name] ?? null))));
      }
      return;
    case 'ndjson':
      for (const page of pagesOf(rows)) await write(page.map((row) => `${JSON.stringify(row)}\n`).join(''));
      return;
    case 'parquet':
      return await writeParquetRows({ columns, rows: parquetRows(columns, rows), facts }, write);
    default:
      return form satisfies never;
  }
}

/** 64-bit numbers are written as such. */
async function* parquetRows(columns: RowsToWrite['columns'], rows: RowsToWrite['rows']) {
  const long = columns.flatMap(({ name, type }) => (type === 'INT64' ? [name] : []));
  for (const row of rows) {
    const numbers = long.map((name) => [name, typeof row[name] === 'number' ? BigInt(row[name]) : null]);
    yield { ...row, ...Object.fromEntries(numbers) };
  }
}

function* pagesOf<T>(values: Iterable<T>): Generator<readonly T[]> {
  let page: T[] = [];
  for (const value of values) {
    page.push(value);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
