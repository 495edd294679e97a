// The main file as fixed-width text: 320 columns a line, one line a code and one for each 80 characters more.
import { decodedLines, type TextLine } from '@codeset/source-files';
import { assembleRecords } from './assemble-records.ts';
import { fillers, leadingColumns, mainFields } from './main-fields.ts';
import type { MainFile } from './main-record.ts';
import { preambleParagraphs } from './preamble.ts';
import type { PublishedRow } from './published-row.ts';
import { linePlace } from './source-places.ts';
import { SourceProblems } from './source-problems.ts';

/** A line of a code: blanks or letters and digits, sequence number, record id. */
export const recordForm = /^(?:[A-Z0-9]{5}| {3}[A-Z0-9]{2})\d{5}[3478]/;

const columns = 320;
/** Columns of the fields by heading; the last is that of the action code. */
const columnsOfHeading = new Map(
  mainFields.flatMap(({ headings, from, width }) =>
    headings.map((heading, at): [string, readonly [number, number]] => [
      heading,
      [from + at * width, from + (at + 1) * width - 1],
    ]),
  ),
);
const leadingOfHeading = new Map<string, readonly [number, number]>([
  ['HCPC', leadingColumns.code],
  ['SEQNUM', leadingColumns.sequence],
  ['RECID', leadingColumns.recordId],
  ['LONG DESCRIPTION', leadingColumns.longDescription],
]);
/** A first line may lack its filler, not a field: one line of an edition ends at 316. */
const shortestFirstLine = 293;

/**
 * Reads it. Throws CodesetError FILE_REFUSED for lines cut short, fields that are not what they must be, continuations
 * without their first line and codes that stand twice, up to twenty at a time; SourceFileError for bytes that are no text.
 */
export function parseMainText(bytes: Buffer, file: string): MainFile {
  const problems = new SourceProblems(file);
  const preamble: TextLine[] = [];
  const assembled = assembleRecords(publishedRows(bytes, file, preamble, problems), problems);
  if (assembled.lines === 0) {
    problems.add({ place: linePlace(file, 1), found: '', expected: 'at least one line with a code' });
  }
  problems.throwIfAny();
  return { file, preamble: preambleParagraphs(preamble), uncaptured: new Map(), ...assembled };
}

/** The lines of codes; what comes before them goes to `preamble`. */
function* publishedRows(
  bytes: Buffer,
  file: string,
  preamble: TextLine[],
  problems: SourceProblems,
): Generator<PublishedRow> {
  let begun = false;
  for (const line of decodedLines(bytes, file, { fallback: 'windows-1252' })) {
    if (line.text.trim() === '') continue;
    begun ||= recordForm.test(line.text) || isDamagedRecord(line.text);
    if (!begun) preamble.push(line);
    else if (isWhole(line, file, problems)) yield publishedRow(line, file);
  }
}

/** A first line of a code in which a character is wrong must not pass for a line of the preamble. */
function isDamagedRecord(text: string): boolean {
  return (text.slice(5, 11).match(/\d/g)?.length ?? 0) >= 5 || /^\d{8}/.test(text.slice(268, 276));
}

function isWhole({ text, number }: TextLine, file: string, problems: SourceProblems): boolean {
  const wrong = (range: readonly [number, number], found: string, expected: string) => {
    problems.add({ place: linePlace(file, number, range), found, expected });
    return false;
  };
  const isContinuation = /^.{10}[48]/.test(text);
  const shortest = isContinuation ? leadingColumns.longDescription[0] : shortestFirstLine;
  if (text.length < shortest) {
    const kind = isContinuation ? 'a continuation' : 'the first line of a code';
    return wrong(
      [text.length, text.length],
      text,
      `at least ${shortest} columns in ${kind}, found ${text.length}`,
    );
  }
  if (text.slice(columns).trim() !== '') {
    return wrong([columns + 1, text.length], text.slice(columns), `a line of at most ${columns} columns`);
  }
  const full = fillers.find(([from, to]) => text.slice(from - 1, to).trim() !== '');
  return full === undefined || wrong(full, text.slice(full[0] - 1, full[1]), 'a filler, blank');
}

function publishedRow({ text, number }: TextLine, file: string): PublishedRow {
  const at = ([from, to]: readonly [number, number]) => text.slice(from - 1, to).trim();
  const sequence = text.slice(5, 10);
  const counted = /^(\d{3})00$/.exec(sequence)?.[1];
  return {
    place: linePlace(file, number),
    code: at(leadingColumns.code),
    sequence,
    ordinal: counted === undefined || counted === '000' ? null : Number(counted),
    recordId: text.slice(10, 11),
    longDescription: at(leadingColumns.longDescription),
    cells: new Map([...columnsOfHeading].map(([heading, range]) => [heading, at(range)])),
    placeOf: (heading) =>
      linePlace(file, number, columnsOfHeading.get(heading) ?? leadingOfHeading.get(heading)),
  };
}
