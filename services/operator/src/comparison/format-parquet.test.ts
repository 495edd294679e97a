// Parquet: another library's reader gives back the rows that the ndjson of the same changes stands for.
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { changeRows, columns } from './change-rows.ts';
import { ndjsonPieces } from './format-ndjson.ts';
import { writeParquet } from './format-parquet.ts';
import { aChange, context, hostileChanges, pagesOf, variedChanges, wholeText } from './record-under-test.ts';

async function written(records: ReturnType<typeof hostileChanges>) {
  const pieces: Uint8Array[] = [];
  await writeParquet(pagesOf(records, 500), context, { codeSystem: 'small' }, async (piece) => {
    pieces.push(piece);
  });
  const bytes = Buffer.concat(pieces);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return { file, pieces: pieces.length, metadata: parquetMetadata(file) };
}

describe('Parquet', () => {
  test('holds the rows of the ndjson, booleans as booleans, nothing as null', async () => {
    const records = [...hostileChanges(), ...variedChanges()];
    const lines = (await wholeText(ndjsonPieces(pagesOf(records), context))).trimEnd().split('\n');
    const { file } = await written(records);
    expect(await parquetReadObjects({ file })).toEqual(
      lines.flatMap((line) => changeRows(JSON.parse(line), context)),
    );
  });

  test('names its columns with their types, and says what it is of', async () => {
    const { metadata } = await written(variedChanges());
    expect(
      metadata.schema.slice(1).map(({ name, type, converted_type }) => [name, converted_type ?? type]),
    ).toEqual(columns.map(({ name, type }) => [name, type === 'STRING' ? 'UTF8' : type]));
    expect(metadata.key_value_metadata).toEqual([{ key: 'codeset', value: '{"codeSystem":"small"}' }]);
  });

  test('is written a row group at a time', async () => {
    const many = Array.from({ length: 50_000 }, (_none, i) => aChange({ key: `K${i}`, before: null }));
    const { file, pieces, metadata } = await written(many);
    expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([20_000, 20_000, 10_000]);
    expect(pieces).toBe(4);
    const [row] = await parquetReadObjects({ file, rowStart: 43_210, rowEnd: 43_211 });
    expect(row).toMatchObject({ key: 'K43210', selectable_before: null, cosmetic: false });
  });

  test('has its columns where nothing changed', async () => {
    const { file, metadata } = await written([]);
    expect(await parquetReadObjects({ file })).toEqual([]);
    expect(metadata.schema.slice(1).map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
  });
});
