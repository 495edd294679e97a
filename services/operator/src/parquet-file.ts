// A Parquet file written piece by piece, a row group at a time.
import type { BasicType, ByteWriter } from 'hyparquet-writer';

/** Rows held until they are written: a few MB. */
const rowGroupSize = 20_000;

/** What a file is made of. */
export interface ParquetContent {
  readonly columns: readonly { readonly name: string; readonly type: BasicType }[];
  /** Under the names of the columns; null is empty. */
  readonly rows: AsyncIterable<Readonly<Record<string, unknown>>>;
  /** Kept in the metadata under the key `codeset`, as JSON. */
  readonly facts: unknown;
}

/** Writes the file. */
export async function writeParquetRows(
  { columns, rows, facts }: ParquetContent,
  write: (piece: Uint8Array) => Promise<void>,
): Promise<void> {
  // Read where a file is written only: it takes a tenth of a second.
  const { ByteWriter, parquetWriteRows } = await import('hyparquet-writer');
  await parquetWriteRows({
    writer: writerTo(new ByteWriter(), write),
    columns: [...columns],
    rows,
    rowGroupSize,
    kvMetadata: [{ key: 'codeset', value: JSON.stringify(facts) }],
    createdBy: 'codeset',
  });
}

/** Hands the bytes on after each row group; the writer's own offset goes on counting. */
function writerTo(bytes: ByteWriter, write: (piece: Uint8Array) => Promise<void>) {
  const flush = async () => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    await write(piece);
  };
  return Object.assign(bytes, { flush, finish: flush });
}
