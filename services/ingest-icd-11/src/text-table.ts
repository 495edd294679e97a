// Tab-separated text → a table. UTF-8, with or without byte order mark; fields may stand in double quotes.
import { checkLineLengths, decodeText, delimitedRecords, SourceFileError } from '@codeset/source-files';
import type { Table, TableRow } from './table.ts';

/** Reads the header; throws SourceFileError for bytes that are no text, and for a text without lines. */
export function textTable(bytes: Buffer, file: string): Table {
  checkLineLengths(bytes, file);
  const { text } = decodeText(bytes, file);
  const records = delimitedRecords(text, file, { delimiter: '\t', header: false, fieldCount: 'any' });
  const first = records.next();
  if (first.done === true) throw emptyText(file);
  return {
    file,
    sheet: null,
    header: tableRow(first.value),
    rows: rowsOf(records),
    fullRows: true,
    place: (row, index) => `${file}:${row}${index === null ? '' : `:${columnOf(lineAt(text, row), index)}`}`,
  };
}

function* rowsOf(records: Iterable<{ line: number; fields: string[] }>): Generator<TableRow> {
  for (const record of records) yield tableRow(record);
}

function tableRow({ line, fields }: { readonly line: number; readonly fields: readonly string[] }): TableRow {
  return { row: line, fields };
}

/** Only asked for messages, so it is looked for anew each time. */
function lineAt(text: string, line: number): string {
  let start = 0;
  for (let number = 1; number < line; number += 1) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}

/** The column, from 1, at which a field of the line begins; tabs inside quotes do not separate. */
function columnOf(line: string, index: number): number {
  let field = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (field === index) return at + 1;
    const character = line[at];
    if (character === '"') quoted = !quoted;
    else if (character === '\t' && !quoted) field += 1;
  }
  return line.length + 1;
}

function emptyText(file: string): SourceFileError {
  return new SourceFileError({
    file,
    line: 1,
    found: 'a text without lines',
    expected: 'a header and at least one row',
    advice: 'The file is cut short; take it as the publisher released it.',
  });
}
