// The bytes of a person's list: a file, or standard input where the name is `-`.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { isWorkbook } from '@codeset/source-files';
import type { CodesetError } from '@codeset/terminology';
import { listRefusal } from './list-problems.ts';

/** Bytes that are read at most. */
const mostBytes = 64 * 1024 * 1024;

export interface ListBytes {
  /** As messages and results name it. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** FILE_REFUSED for what cannot be read, is too large, or is a workbook or a zip. */
export async function readListBytes(
  path: string,
  stdin: AsyncIterable<Uint8Array | string>,
  most = mostBytes,
): Promise<ListBytes> {
  const name = path === '-' ? 'standard input' : basename(path);
  const bytes = await gather(name, path === '-' ? stdin : createReadStream(path), most);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') throw notText(name, await isWorkbook(bytes));
  return { name, bytes };
}

async function gather(
  name: string,
  pieces: AsyncIterable<Uint8Array | string>,
  most: number,
): Promise<Buffer> {
  const gathered: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      gathered.push(bytes);
      length += bytes.length;
      if (length > most) break;
    }
  } catch (error) {
    throw unreadable(name, error);
  }
  if (length <= most) return Buffer.concat(gathered);
  throw refused(name, `more than ${most} bytes`, {
    expected: `a list of at most ${most} bytes`,
    advice: 'Leave out the columns that are not needed, or cut the list into parts.',
  });
}

function unreadable(name: string, cause: unknown): CodesetError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  const known = { ENOENT: 'nothing at this path', EISDIR: 'a folder' }[code];
  const advice = 'Check the path and the rights on it.';
  return refused(name, known ?? `a path that cannot be read (${code})`, { advice });
}

function notText(name: string, workbook: boolean): CodesetError {
  return workbook
    ? refused(name, 'a workbook', { advice: 'Save its sheet as CSV in UTF-8.' })
    : refused(name, 'a zip', { advice: 'Unpack it, and give the list inside.' });
}

function refused(
  name: string,
  found: string,
  {
    expected = 'a list of codes, text or CSV',
    advice,
  }: { readonly expected?: string; readonly advice: string },
): CodesetError {
  return listRefusal(name, { line: null, column: null, found, expected, advice });
}
