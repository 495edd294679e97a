// What an XML file must be before a parser sees it: UTF-8 that says nothing else of itself, without a DTD, in bounds.
import { isAscii } from 'node:buffer';
import { positionOfByte } from './byte-position.ts';
import { hasByteOrderMark, invalidUtf8, refuseNul, refuseWideEncoding } from './decode-text.ts';
import { findInvalidUtf8 } from './invalid-utf8.ts';
import { quoted, SourceFileError } from './source-file-error.ts';
import { type SourceLimits, sourceLimits } from './source-limits.ts';
import { scanXml } from './xml-scan.ts';

/**
 * Throws SourceFileError for UTF-16, NUL bytes, a declared encoding other than UTF-8 or ASCII or one that the bytes
 * belie, an XML version other than 1.0, a DOCTYPE, and whatever passes the caps; builds nothing.
 */
export function checkXmlBytes(bytes: Buffer, file: string, limits?: Partial<SourceLimits>): void {
  refuseWideEncoding(bytes, file);
  refuseNul(bytes, file);
  checkDeclaration(bytes, file);
  const invalid = findInvalidUtf8(bytes);
  if (invalid !== null) throw invalidUtf8(bytes, invalid, file);
  scanXml(bytes, file, sourceLimits(limits));
}

/** The text of an XML file, once checkXmlBytes has let it pass; without the byte order mark. */
export function decodeXml(bytes: Buffer, file: string, limits?: Partial<SourceLimits>): string {
  checkXmlBytes(bytes, file, limits);
  const body = hasByteOrderMark(bytes) ? bytes.subarray(3) : bytes;
  return isAscii(body) ? body.toString('latin1') : body.toString('utf8');
}

function checkDeclaration(bytes: Buffer, file: string): void {
  const start = bytes.toString('latin1', 0, 512).replace('\u00ef\u00bb\u00bf', '');
  const declaration = /^<\?xml\s[^>]*>/.exec(start)?.[0];
  if (declaration === undefined) return;
  const version = /\bversion\s*=\s*["']([^"']*)/.exec(declaration)?.[1];
  if (version !== undefined && version !== '1.0')
    throw declared(`XML version ${quoted(version)}`, '1.0', file);
  const encoding = /\bencoding\s*=\s*["']([^"']*)/.exec(declaration)?.[1]?.toLowerCase() ?? 'utf-8';
  if (encoding === 'us-ascii' || encoding === 'ascii') refuseNonAscii(bytes, file);
  else if (encoding !== 'utf-8' && encoding !== 'utf8') {
    throw declared(`the declared encoding ${quoted(encoding)}`, 'UTF-8', file);
  }
}

function refuseNonAscii(bytes: Buffer, file: string): void {
  if (isAscii(bytes)) return;
  const offset = bytes.findIndex((byte) => byte >= 0x80);
  throw new SourceFileError({
    file,
    ...positionOfByte(bytes, offset),
    offset,
    found: `the byte 0x${(bytes[offset] ?? 0).toString(16).toUpperCase()}`,
    expected: 'ASCII, as the file declares',
    advice: 'The file is damaged or was saved in another encoding; take it as the publisher released it.',
  });
}

function declared(found: string, expected: string, file: string): SourceFileError {
  const advice = 'Take the file as the publisher released it, or convert it.';
  return new SourceFileError({ file, line: 1, column: 1, offset: 0, found, expected, advice });
}
