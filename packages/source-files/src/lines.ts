// Text → numbered lines; endless lines and stray control characters refused.
import { type DecodeOptions, decodeText } from './decode-text.ts';
import { quoted, SourceFileError } from './source-file-error.ts';
import { type SourceLimits, sourceLimits } from './source-limits.ts';

const newline = 0x0a;
const carriageReturn = 0x0d;
const tab = 0x09;
// What DOS put behind the last line of a text (HCPCS 2017-01, not-otherwise-classified codes).
const endOfFileMark = '\u001a';

/** One line without its line end. */
export interface TextLine {
  /** Line number from 1. */
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of a file's bytes: lengths checked before anything is decoded, then strictly decoded.
 * Throws SourceFileError as checkLineLengths, decodeText and lines do.
 */
export function* decodedLines(
  bytes: Buffer,
  file: string,
  options: DecodeOptions & { readonly limits?: Partial<SourceLimits> } = {},
): Generator<TextLine> {
  checkLineLengths(bytes, file, options.limits);
  yield* lines(decodeText(bytes, file, options).text, file, options.limits);
}

/**
 * The lines of a text, ended by CRLF or LF; the last one may lack its end, a text that ends in one has no empty line after it.
 * One U+001A that ends the text is left out.
 * Throws SourceFileError for a line that is too long, a lone CR, or a control character other than TAB.
 */
export function* lines(text: string, file: string, limits?: Partial<SourceLimits>): Generator<TextLine> {
  const { lineBytes } = sourceLimits(limits);
  const length = text.endsWith(endOfFileMark) ? text.length - 1 : text.length;
  let number = 0;
  for (let start = 0; start < length; ) {
    number += 1;
    const found = text.indexOf('\n', start);
    const next = found === -1 ? length : found;
    const ended = found !== -1 && next > start && text.charCodeAt(next - 1) === carriageReturn;
    const end = ended ? next - 1 : next;
    if (end - start > lineBytes) throw lineTooLong(file, number, end - start, lineBytes);
    const line = { number, text: text.slice(start, end) };
    refuseControls(line, file);
    yield line;
    start = next + 1;
  }
}

/** Throws SourceFileError when a line has more than `lineBytes` bytes; reads the bytes once and builds nothing. */
export function checkLineLengths(bytes: Buffer, file: string, limits?: Partial<SourceLimits>): void {
  const { lineBytes } = sourceLimits(limits);
  let number = 1;
  for (let start = 0; bytes.length - start > lineBytes; number += 1) {
    const next = bytes.indexOf(newline, start);
    const length = (next === -1 ? bytes.length : next) - start;
    // One byte more is allowed for the CR of CRLF.
    if (length > lineBytes + 1) throw lineTooLong(file, number, length, lineBytes);
    if (next === -1) return;
    start = next + 1;
  }
}

/** Throws SourceFileError at the first control character that is not TAB, lone CR among them. */
export function refuseControls(line: TextLine, file: string): void {
  const at = controlIn(line.text);
  if (at === -1) return;
  const code = line.text.charCodeAt(at);
  throw new SourceFileError({
    file,
    line: line.number,
    column: at + 1,
    found:
      code === carriageReturn
        ? 'a CR without LF'
        : `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')} in ${quoted(line.text.slice(Math.max(0, at - 20)))}`,
    expected: code === carriageReturn ? 'lines ended by CRLF or LF' : 'no control character other than TAB',
    advice: 'The file is damaged or was changed by a program; take it as the publisher released it.',
  });
}

function controlIn(text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code < 0x20 && code !== tab) || (code >= 0x7f && code <= 0x9f)) return index;
  }
  return -1;
}

function lineTooLong(file: string, line: number, length: number, lineBytes: number): SourceFileError {
  return new SourceFileError({
    file,
    line,
    found: `a line of ${length} bytes`,
    expected: `lines of at most ${lineBytes} bytes`,
    advice: 'The file is damaged or is of another kind; take it as the publisher released it.',
  });
}
