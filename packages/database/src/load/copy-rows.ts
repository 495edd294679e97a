// COPY of rows from JavaScript values into a table, through one stream, with backpressure.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql, TransactionSql } from 'postgres';

/** A value of a COPY row: text as it is, null as NULL, objects as JSON; hashes come as `hexBytes`. */
export type CopyValue = string | number | boolean | null;

/** Text is gathered into pieces of this many characters before it goes to the socket. */
const pieceLength = 1 << 16;

/**
 * Copies `rows` into `table` (a trusted, quoted name) and gives their number; rejects with the server's error.
 * The rows are taken one by one, so that a generator is never held whole.
 */
export async function copyRows(
  sql: Sql | TransactionSql,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<number> {
  return await copyInto(sql, `copy ${table} (${columns.join(', ')}) from stdin`, rows);
}

/**
 * The same for a table that this very transaction made: its rows are written as visible to all, which they are once
 * the table is, and no reader has to find that out row by row.
 */
export async function copyRowsIntoNew(
  tx: TransactionSql,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<number> {
  return await copyInto(tx, `copy ${table} (${columns.join(', ')}) from stdin with (freeze)`, rows);
}

async function copyInto(
  sql: Sql | TransactionSql,
  statement: string,
  rows: Iterable<readonly CopyValue[]>,
): Promise<number> {
  const tally = { rows: 0 };
  await copyText(sql, statement, Readable.from(copyPieces(rows, tally), { objectMode: true }));
  return tally.rows;
}

/** Runs a `copy … from stdin` with text that is ready for it; rejects with the server's error. */
export async function copyText(
  sql: Sql | TransactionSql,
  statement: string,
  source: Readable,
): Promise<void> {
  const query = sql.unsafe(statement);
  const refused = refusal(query);
  const sent = pipeline(source, await query.writable());
  await Promise.race([sent, refused]);
}

/**
 * Rejects when the server refuses a COPY whose data have all been sent. postgres.js 3.4.9 has by then resolved the
 * query with its stream and lets the error go, so that the stream would never finish; a test holds this.
 */
function refusal(query: Promise<unknown>): Promise<never> {
  const hooked = query as Promise<unknown> & { reject(error: unknown): void };
  const rejectQuery = hooked.reject;
  const refused = new Promise<never>((_, reject) => {
    hooked.reject = (error) => {
      rejectQuery.call(query, error);
      reject(error);
    };
  });
  refused.catch(() => undefined); // when the query itself or the stream has told the same error already
  return refused;
}

/** The text form of a `bytea` given in hex. */
export function hexBytes(hex: string): string {
  return `\\x${hex}`;
}

/** The text form of a `text[]`. */
export function textArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function* copyPieces(rows: Iterable<readonly CopyValue[]>, tally: { rows: number }): Generator<Buffer> {
  let piece = '';
  for (const row of rows) {
    tally.rows += 1;
    piece += copyLine(row);
    if (piece.length >= pieceLength) {
      yield Buffer.from(piece);
      piece = '';
    }
  }
  if (piece !== '') yield Buffer.from(piece);
}

function copyLine(row: readonly CopyValue[]): string {
  let line = '';
  for (const [column, value] of row.entries()) {
    if (column > 0) line += '\t';
    line += value === null ? '\\N' : typeof value === 'string' ? escapeText(value) : String(value);
  }
  return `${line}\n`;
}

const special = /[\\\t\n\r]/;

function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
