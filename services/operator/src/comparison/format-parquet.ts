// Changes as Parquet: the columns of the CSV with their types, a row group at a time.
import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import type { ChangeRecord } from './change-record.ts';
import { type ChangeRow, changeRows, columns, type RowContext } from './change-rows.ts';

/** Rows held until they are written: a few MB. */
const rowGroupSize = 20_000;

/** Writes the file; `facts` are kept in its metadata under the key `codeset`, as JSON. */
export async function writeParquet(
  pages: AsyncIterable<readonly ChangeRecord[]>,
  context: RowContext,
  facts: unknown,
  write: (piece: Uint8Array) => Promise<void>,
): Promise<void> {
  await parquetWriteRows({
    writer: writerTo(write),
    columns: [...columns],
    rows: rowsOf(pages, context),
    rowGroupSize,
    kvMetadata: [{ key: 'codeset', value: JSON.stringify(facts) }],
    createdBy: 'codeset',
  });
}

async function* rowsOf(
  pages: AsyncIterable<readonly ChangeRecord[]>,
  context: RowContext,
): AsyncGenerator<ChangeRow> {
  for await (const page of pages) for (const record of page) yield* changeRows(record, context);
}

/** Hands the bytes on after each row group; the writer's own offset goes on counting. */
function writerTo(write: (piece: Uint8Array) => Promise<void>) {
  const bytes = new ByteWriter();
  const flush = async () => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    await write(piece);
  };
  return Object.assign(bytes, { flush, finish: flush });
}
