// Delimited text, tabs, commas or semicolons, quoted or not → records with line numbers.
import Papa from 'papaparse';
import { lines } from './lines.ts';
import { quoted, SourceFileError } from './source-file-error.ts';
import { type SourceLimits, sourceLimits } from './source-limits.ts';

// What papaparse is given at a time, in UTF-16 units.
const chunkLength = 64 * 1024;

/** How a delimited file is written. */
export interface DelimitedFormat {
  readonly delimiter: '\t' | ',' | ';';
  /** Whether a field may stand in double quotes; left out, it may. Turn it off where quotes are ordinary text. */
  readonly quotes?: boolean;
  /**
   * Fields of every record; left out, as many as the first record has; 'any' where the number varies.
   * The header may have more names than that: the surplus ones name no field.
   */
  readonly fieldCount?: number | 'any';
  readonly limits?: Partial<SourceLimits>;
}

/** One record and the line it begins on, from 1. */
export interface DelimitedRecord<Fields> {
  readonly line: number;
  readonly fields: Fields;
}

/** Reads the first record as the header and gives the others by its names; a name that stands there twice is refused. */
export function delimitedRecords(
  text: string,
  file: string,
  format: DelimitedFormat & { readonly header: true },
): Generator<DelimitedRecord<Record<string, string>>>;
/** Gives every record, the first one too, as a list of fields. */
export function delimitedRecords(
  text: string,
  file: string,
  format: DelimitedFormat & { readonly header: false },
): Generator<DelimitedRecord<string[]>>;
/**
 * The records of a delimited text; empty lines are passed over, a line end inside quotes becomes LF.
 * Throws SourceFileError for unbalanced quotes, a wrong number of fields, and what lines() refuses.
 */
export function* delimitedRecords(
  text: string,
  file: string,
  format: DelimitedFormat & { readonly header: boolean },
): Generator<DelimitedRecord<string[] | Record<string, string>>> {
  const records = countedRecords(text, file, format);
  if (!format.header) return yield* records;
  const first = records.next();
  if (first.done === true) return;
  const names = checkHeader(first.value, file);
  for (const { line, fields } of records) yield { line, fields: byName(names, fields) };
}

/** The records, each with the number of fields that the format asks for. */
function* countedRecords(
  text: string,
  file: string,
  format: DelimitedFormat & { readonly header: boolean },
): Generator<DelimitedRecord<string[]>> {
  let expected = format.fieldCount;
  let first = true;
  for (const record of splitRecords(text, file, format)) {
    expected ??= record.fields.length;
    const surplusNames = first && format.header && expected !== 'any' && record.fields.length > expected;
    if (expected !== 'any' && !surplusNames && record.fields.length !== expected) {
      throw wrongCount(record, expected, file);
    }
    first = false;
    yield record;
  }
}

/** Feeds papaparse in chunks, so that a large file is never held as one list of records. */
function* splitRecords(
  text: string,
  file: string,
  format: DelimitedFormat,
): Generator<DelimitedRecord<string[]>> {
  const { lineBytes } = sourceLimits(format.limits);
  const parser = new Papa.Parser(parserOptions(format));
  let line = 1;
  let rest = '';
  for (const { chunk, last } of chunksOfLines(text, file, format.limits)) {
    rest += chunk;
    const { data, errors, meta }: ParsedChunk = parser.parse(rest, 0, !last);
    const fault = errors.find((error) => error.row < data.length);
    for (const [row, fields] of data.entries()) {
      if (fault?.row === row) throw badQuotes(file, line, fault.message);
      if (fields.length > 1 || fields[0] !== '') yield { line, fields };
      line += 1 + lineEndsIn(fields);
    }
    rest = last ? '' : rest.slice(meta.cursor);
    if (rest.length > lineBytes) throw badQuotes(file, line, `a record of more than ${lineBytes} bytes`);
  }
}

/** What papaparse's parser returns; its types say `any`. */
interface ParsedChunk {
  readonly data: string[][];
  readonly errors: readonly { readonly row: number; readonly message: string }[];
  readonly meta: { readonly cursor: number };
}

function parserOptions({ delimiter, quotes }: DelimitedFormat): Papa.ParseConfig {
  const options = { delimiter, newline: '\n' as const };
  return quotes === false ? { ...options, fastMode: true } : options;
}

/** The text's lines, checked and ended by LF alone, some 64 KiB at a time; the very last has no line end. */
function* chunksOfLines(
  text: string,
  file: string,
  limits: Partial<SourceLimits> | undefined,
): Generator<{ chunk: string; last: boolean }> {
  let chunk = '';
  let separator = '';
  for (const { text: line } of lines(text, file, limits)) {
    if (chunk.length > chunkLength) {
      yield { chunk, last: false };
      chunk = '';
    }
    chunk += separator + line;
    separator = '\n';
  }
  if (separator !== '') yield { chunk, last: true };
}

function lineEndsIn(fields: readonly string[]): number {
  let count = 0;
  for (const field of fields) {
    for (let at = field.indexOf('\n'); at !== -1; at = field.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

function checkHeader({ line, fields }: DelimitedRecord<string[]>, file: string): readonly string[] {
  const repeated = fields.find((name, index) => fields.indexOf(name) !== index);
  if (repeated === undefined) return fields;
  throw new SourceFileError({
    file,
    line,
    found: `the name ${quoted(repeated)} twice in the header`,
    expected: 'a name of its own for each field',
    advice: 'The file is of another edition or kind than the reader expects.',
  });
}

function byName(names: readonly string[], fields: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (const [index, field] of fields.entries()) record[names[index] ?? `field ${index + 1}`] = field;
  return record;
}

function wrongCount(
  { line, fields }: DelimitedRecord<string[]>,
  expected: number,
  file: string,
): SourceFileError {
  return new SourceFileError({
    file,
    line,
    found: `${fields.length} fields, the first of them ${quoted(fields[0] ?? '')}`,
    expected: `${expected} fields`,
    advice: 'The line is cut short or of another kind; take the file as the publisher released it.',
  });
}

function badQuotes(file: string, line: number, message: string): SourceFileError {
  return new SourceFileError({
    file,
    line,
    found: `quotes that do not match (${message})`,
    expected: 'every quoted field closed, with quotes inside it doubled',
    advice: 'The line is damaged; take the file as the publisher released it.',
  });
}
