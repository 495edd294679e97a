// The main file as a workbook: 48 named columns, one row a code, a header somewhere in the first rows.
import { readWorkbook, type WorkbookCell, type WorkbookRow } from '@codeset/source-files';
import { assembleRecords } from './assemble-records.ts';
import { leadingHeadings, type MainField, mainFields } from './main-fields.ts';
import type { MainFile } from './main-record.ts';
import { preambleParagraphs } from './preamble.ts';
import type { PublishedRow } from './published-row.ts';
import { cellPlace } from './source-places.ts';
import { SourceProblems } from './source-problems.ts';
import { cellText, findTables, type WorkbookTable } from './workbook-tables.ts';

const fieldOfHeading = new Map<string, MainField>(
  mainFields.flatMap((field) => field.headings.map((heading): [string, MainField] => [heading, field])),
);

/** Every heading that the main workbook must have. */
export const mainHeadings: readonly string[] = [...leadingHeadings, ...fieldOfHeading.keys()];

/** A header of the main workbook, though perhaps not a complete one. */
export function isMainHeader(headings: readonly string[]): boolean {
  return ['HCPC', 'RECID', 'LONG DESCRIPTION'].every((heading) => headings.includes(heading));
}

/** Reads it; throws as parseMainText does, with cells for places. */
export async function parseMainWorkbook(bytes: Buffer, file: string): Promise<MainFile> {
  const problems = new SourceProblems(file);
  const { tables, otherSheets } = await findTables(await readWorkbook(bytes, file), isMainHeader);
  const [table, ...moreTables] = tables;
  if (table === undefined) {
    problems.add({ place: file, found: 'no header', expected: 'a row with HCPC, SEQNUM, RECID and so on' });
    problems.throwIfAny();
    throw new Error('unreachable: a problem was noted');
  }
  const columns = columnsByHeading(table, file, problems);
  problems.throwIfAny();
  const uncaptured = new Map([...otherSheets].map(([sheet, rows]) => [`sheet ${sheet}`, rows]));
  for (const { sheet } of moreTables) uncaptured.set(`second table, sheet ${sheet}`, 1);
  const assembled = assembleRecords(publishedRows(table, columns, uncaptured, file, problems), problems);
  if (assembled.lines === 0) {
    const place = cellPlace(file, table.sheet, table.headerRow + 1);
    problems.add({ place, found: '', expected: 'at least one row with a code' });
  }
  problems.throwIfAny();
  return { file, preamble: preambleParagraphs(table.above.map(preambleLine)), uncaptured, ...assembled };
}

function preambleLine({ row, cells }: WorkbookRow) {
  return { number: row, text: cells.map(cellText).join(' ') };
}

function columnsByHeading(
  { headings, sheet, headerRow }: WorkbookTable,
  file: string,
  problems: SourceProblems,
): ReadonlyMap<string, number> {
  const place = cellPlace(file, sheet, headerRow);
  const columns = new Map<string, number>();
  for (const heading of mainHeadings) {
    const column = headings.indexOf(heading);
    if (column === -1)
      problems.add({ place, found: 'a header without it', expected: `the column ${heading}` });
    else if (headings.includes(heading, column + 1))
      problems.add({ place, found: heading, expected: 'each column once' });
    columns.set(heading, column);
  }
  return columns;
}

function* publishedRows(
  { rows, sheet, headings }: WorkbookTable,
  columns: ReadonlyMap<string, number>,
  uncaptured: Map<string, number>,
  file: string,
  problems: SourceProblems,
): Generator<PublishedRow> {
  const known = new Set(columns.values());
  for (const { row, cells } of rows) {
    if (cells.every((cell) => cellText(cell).trim() === '')) continue;
    for (const column of cells.keys()) {
      if (known.has(column) || cellText(cells[column]).trim() === '') continue;
      const name = headings[column] || `column ${column + 1} without a heading`;
      uncaptured.set(name, (uncaptured.get(name) ?? 0) + 1);
    }
    const placeOf = (heading: string) => cellPlace(file, sheet, row, columns.get(heading));
    const at = (heading: string) => textAt(cells[columns.get(heading) ?? -1], heading, placeOf, problems);
    yield {
      place: cellPlace(file, sheet, row),
      code: at('HCPC'),
      sequence: at('SEQNUM'),
      ordinal: ordinalIn(at('SEQNUM')),
      recordId: at('RECID'),
      longDescription: at('LONG DESCRIPTION'),
      cells: new Map([...fieldOfHeading.keys()].map((heading) => [heading, at(heading)])),
      placeOf,
    };
  }
}

/** `0010`, which a cell may hold as the number 10, is the first line; `00100` as in the text. */
function ordinalIn(sequence: string): number | null {
  const match = /^(?:(\d{3})00|0{0,2}(\d{1,3})0)$/.exec(sequence);
  const ordinal = Number(match?.[1] ?? match?.[2] ?? 0);
  return ordinal > 0 ? ordinal : null;
}

/** The cell's text, with the leading zeros that a number has lost; what a formula or an error left is noted. */
function textAt(
  cell: WorkbookCell | null | undefined,
  heading: string,
  placeOf: (heading: string) => string,
  problems: SourceProblems,
): string {
  if (!cell) return '';
  const text = cell.text.trim();
  const field = fieldOfHeading.get(heading);
  switch (cell.kind) {
    case 'text':
      return text;
    case 'number':
      return field?.form === 'padded' && /^\d+$/.test(text) ? text.padStart(field.width, '0') : text;
    case 'date':
      if (field?.form === 'date') return text.replaceAll('-', '');
      problems.add({ place: placeOf(heading), found: text, expected: 'a text, not a date' });
      return '';
    case 'boolean':
    case 'error':
    case 'uncalculated':
      problems.add({
        place: placeOf(heading),
        found: text,
        expected: `a text or a number, not ${cell.kind}`,
      });
      return '';
    default:
      return cell.kind satisfies never;
  }
}
