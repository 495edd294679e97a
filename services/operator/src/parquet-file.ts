// A Parquet file written piece by piece, a row group at a time.
import { type BasicType, ByteWriter, parquetWriteRows } from 'hyparquet-writer';

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
  await parquetWriteRows({
    writer: writerTo(write),
    columns: [...columns],
    rows,
    rowGroupSize,
    kvMetadata: [{ key: 'codeset', value: JSON.stringify(facts) }],
    createdBy: 'codeset',
  });
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
