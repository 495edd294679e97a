// Changes as Parquet: the columns of the CSV with their types.
import { writeParquetRows } from '../parquet-file.ts';
import type { ChangeRecord } from './change-record.ts';
import { type ChangeRow, changeRows, columns, type RowContext } from './change-rows.ts';

/** Writes the file; `facts` are kept in its metadata under the key `codeset`, as JSON. */
export async function writeParquet(
  pages: AsyncIterable<readonly ChangeRecord[]>,
  context: RowContext,
  facts: unknown,
  write: (piece: Uint8Array) => Promise<void>,
): Promise<void> {
  await writeParquetRows({ columns, rows: rowsOf(pages, context), facts }, write);
}

async function* rowsOf(
  pages: AsyncIterable<readonly ChangeRecord[]>,
  context: RowContext,
): AsyncGenerator<ChangeRow> {
  for await (const page of pages) for (const record of page) yield* changeRows(record, context);
}
