// Bytes that can be read more than once: a file on disk, or a file inside a zip.
import { createHash } from 'node:crypto';
import { tooManyBytes } from './size-faults.ts';
import { SourceFileError } from './source-file-error.ts';

/** A file's bytes wherever they are kept; nothing of them is held between two readings. */
export interface StoredContent {
  /** As in SourceFile.name. */
  readonly name: string;
  /** The bytes in pieces; caps and check sums are enforced while they pass. Throws SourceFileError. */
  chunks(): AsyncIterable<Buffer>;
}

/** What one reading of some content has shown. */
export interface Measure {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** The bytes themselves where they are a zip, as it has to be looked into; null otherwise. */
  readonly zip: Buffer | null;
}

/** Reads some content once, calling `count` with the length of every piece, and keeps it only if it is a zip. */
export async function measure(content: StoredContent, count: (bytes: number) => void): Promise<Measure> {
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let bytes = 0;
  let zip: boolean | null = null;
  for await (const chunk of content.chunks()) {
    zip ??= isZip(chunk);
    bytes += chunk.length;
    count(chunk.length);
    hash.update(chunk);
    if (zip) kept.push(chunk);
  }
  return { bytes, sha256: hash.digest('hex'), zip: zip === true ? Buffer.concat(kept) : null };
}

/** The whole content; throws SourceFileError when it is no longer what was measured. */
export async function readWhole(
  content: StoredContent,
  { bytes, sha256 }: Pick<Measure, 'bytes' | 'sha256'>,
): Promise<Buffer> {
  const whole = Buffer.allocUnsafe(bytes);
  let filled = 0;
  for await (const chunk of content.chunks()) {
    if (filled + chunk.length > bytes) throw changed(content.name);
    filled += chunk.copy(whole, filled);
  }
  const same = filled === bytes && createHash('sha256').update(whole).digest('hex') === sha256;
  if (!same) throw changed(content.name);
  return whole;
}

/** Whether the bytes begin as a zip does, with or without entries. */
export function isZip(start: Uint8Array): boolean {
  const signature = Buffer.from(start.subarray(0, 4)).toString('latin1');
  return signature === 'PK\u0003\u0004' || signature === 'PK\u0005\u0006';
}

/** The pieces as they come, refused as soon as they are more than `allowed` bytes. */
export async function* capped(
  pieces: AsyncIterable<Buffer>,
  name: string,
  allowed: number,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > allowed) throw tooManyBytes(name, `more than ${allowed} bytes`, allowed);
    yield piece;
  }
}

function changed(file: string): SourceFileError {
  return new SourceFileError({
    file,
    found: 'other bytes than a moment ago',
    expected: 'a file that nobody changes while it is read',
    advice: 'Wait until the file is complete and try again.',
  });
}
