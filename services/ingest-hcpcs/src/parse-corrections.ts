// Corrections from a tab-separated text or from a workbook, which say the same.
import { decodeText, delimitedRecords, readWorkbook } from '@codeset/source-files';
import {
  type Corrections,
  type CorrectionsRow,
  isCorrectionsHeadings,
  readCorrections,
} from './corrections.ts';
import { cellPlace, linePlace } from './source-places.ts';
import { SourceProblems } from './source-problems.ts';
import { cellText, findTables, type WorkbookTable } from './workbook-tables.ts';

/** Throws CodesetError FILE_REFUSED for rows without a code; SourceFileError for quotes that do not match. */
export function parseCorrectionsText(bytes: Buffer, file: string): Corrections {
  const problems = new SourceProblems(file);
  const { text } = decodeText(bytes, file, { fallback: 'windows-1252' });
  const corrections = readCorrections(textRows(text, file), file, problems);
  problems.throwIfAny();
  return corrections;
}

/** The same for the first sheet that has the headings. */
export async function parseCorrectionsWorkbook(bytes: Buffer, file: string): Promise<Corrections> {
  const problems = new SourceProblems(file);
  const { tables } = await findTables(await readWorkbook(bytes, file), isCorrectionsHeadings);
  const [table] = tables;
  const corrections = readCorrections(table ? sheetRows(table, file) : [], file, problems);
  problems.throwIfAny();
  return corrections;
}

function* textRows(text: string, file: string): Generator<CorrectionsRow> {
  const format = { delimiter: '\t', header: false, fieldCount: 'any' } as const;
  for (const { line, fields } of delimitedRecords(text, file, format)) {
    yield { place: linePlace(file, line), texts: fields };
  }
}

function* sheetRows(
  { sheet, above, headerRow, headings, rows }: WorkbookTable,
  file: string,
): Generator<CorrectionsRow> {
  const asRow = (row: number, texts: readonly string[]) => ({ place: cellPlace(file, sheet, row), texts });
  for (const { row, cells } of above) yield asRow(row, cells.map(cellText));
  yield asRow(headerRow, headings);
  for (const { row, cells } of rows) yield asRow(row, cells.map(cellText));
}
