// Bytes → text: strict UTF-8, anything else refused with its place.
import { isAscii } from 'node:buffer';
import { positionOfByte } from './byte-position.ts';
import { findInvalidUtf8 } from './invalid-utf8.ts';
import { SourceFileError } from './source-file-error.ts';

export type TextEncoding = 'us-ascii' | 'utf-8' | 'windows-1252';

/** A decoded text; the byte order mark is not part of `text`. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Whether the bytes began with a UTF-8 byte order mark. */
  readonly bom: boolean;
}

export interface DecodeOptions {
  /** Read as this when the bytes are not UTF-8; left out, such bytes are refused. */
  readonly fallback?: 'windows-1252';
}

/** Decodes a whole text; throws SourceFileError for UTF-16 and UTF-32, NUL bytes and invalid UTF-8. */
export function decodeText(bytes: Buffer, file: string, options: DecodeOptions = {}): DecodedText {
  refuseWideEncoding(bytes, file);
  refuseNul(bytes, file);
  const bom = hasByteOrderMark(bytes);
  const body = bom ? bytes.subarray(3) : bytes;
  if (isAscii(body)) return { text: body.toString('latin1'), encoding: 'us-ascii', bom };
  const invalid = findInvalidUtf8(bytes);
  if (invalid === null) return { text: body.toString('utf8'), encoding: 'utf-8', bom };
  if (options.fallback === undefined || bom) throw invalidUtf8(bytes, invalid, file);
  return { text: decodeWindows1252(bytes, file), encoding: options.fallback, bom };
}

/** Whether the bytes begin with the UTF-8 byte order mark. */
export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Throws SourceFileError when the bytes are UTF-16 or UTF-32, told by mark or by a NUL in every other byte. */
export function refuseWideEncoding(bytes: Buffer, file: string): void {
  const encoding = wideEncoding(bytes);
  if (encoding === null) return;
  throw new SourceFileError({
    file,
    offset: 0,
    found: `text in ${encoding}`,
    expected: 'text in UTF-8',
    advice: 'Take the file as the publisher released it, or convert it to UTF-8.',
  });
}

/** Throws SourceFileError at the first NUL byte. */
export function refuseNul(bytes: Buffer, file: string): void {
  const offset = bytes.indexOf(0);
  if (offset === -1) return;
  throw new SourceFileError({
    file,
    ...positionOfByte(bytes, offset),
    offset,
    found: 'a NUL byte',
    expected: 'text without NUL bytes',
    advice: 'The file is damaged or is not a text; download it again.',
  });
}

/** The fault that names the first byte at which a text is not UTF-8. */
export function invalidUtf8(bytes: Buffer, offset: number, file: string): SourceFileError {
  const sequence = bytes
    .subarray(offset, offset + 4)
    .toString('hex')
    .toUpperCase();
  return new SourceFileError({
    file,
    ...positionOfByte(bytes, offset),
    offset,
    found: `the bytes 0x${sequence}`,
    expected: 'UTF-8',
    advice: 'The file is damaged or was saved in another encoding; take it as the publisher released it.',
  });
}

function wideEncoding(bytes: Buffer): string | null {
  const mark = bytes.subarray(0, 4).toString('hex');
  if (mark === 'fffe0000' || mark === '0000feff') return 'UTF-32';
  if (mark.startsWith('fffe') || mark.startsWith('feff')) return 'UTF-16';
  const pairs = Math.min(bytes.length, 512) >> 1;
  let highNuls = 0;
  let lowNuls = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) highNuls += 1;
    if (bytes[2 * pair + 1] === 0) lowNuls += 1;
  }
  const oneSided = (highNuls === 0) !== (lowNuls === 0);
  return oneSided && Math.max(highNuls, lowNuls) * 2 > pairs ? 'UTF-16' : null;
}

// What Windows-1252 has at 0x80 to 0x9F; a blank where it has nothing. All else is as in Latin-1.
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Not by TextDecoder, which reads windows-1252 as Latin-1 in Node 20.20. */
function decodeWindows1252(bytes: Buffer, file: string): string {
  const offset = bytes.findIndex((byte) => byte >= 0x80 && windows1252[byte - 0x80] === ' ');
  if (offset === -1) {
    const asItIs = (character: string) => windows1252[character.charCodeAt(0) - 0x80] ?? character;
    return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, asItIs);
  }
  throw new SourceFileError({
    file,
    ...positionOfByte(bytes, offset),
    offset,
    found: `the byte 0x${(bytes[offset] ?? 0).toString(16).toUpperCase()}`,
    expected: 'UTF-8 or Windows-1252',
    advice: 'The file is damaged or was saved in another encoding; take it as the publisher released it.',
  });
}
