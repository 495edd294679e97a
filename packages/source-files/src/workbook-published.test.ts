// Published workbooks: every cell as another reader has it, and the same as the text that is published beside it.
import readOtherwise from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { decimalText } from './decimal-text.ts';
import { decodeText } from './decode-text.ts';
import { delimitedRecords } from './delimited.ts';
import { listSourceFiles } from './list-source-files.ts';
import { publishedData, withoutPublishedData } from './published-data.ts';
import type { WorkbookRow } from './sheet-rows.ts';
import type { SourceFile } from './source-file.ts';
import { readWorkbook } from './workbook.ts';
import type { WorkbookCell } from './workbook-cell.ts';
import { isWorkbook } from './workbook-package.ts';

async function filesIn(path: string): Promise<SourceFile[] | null> {
  const found = publishedData(path);
  return found === null ? null : listSourceFiles([found]);
}

async function workbooksIn(path: string): Promise<{ name: string; bytes: Buffer }[] | null> {
  const files = await filesIn(path);
  if (files === null) return null;
  const read = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.read() })));
  const known = await Promise.all(read.map(({ bytes }) => isWorkbook(bytes)));
  expect(known).toEqual(read.map(({ name }) => /\.xlsx$/i.test(name)));
  return read.filter((_, index) => known[index]);
}

/** As the other reader gives it: dates as such, numbers as written, nothing for a formula without result. */
function otherwise(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object' && value !== null && 'written' in value)
    return decimalText(String(value.written));
  // It keeps the CR of a line end, which XML takes away.
  return value === null ? null : String(value).replaceAll('\r\n', '\n');
}

function ours(cell: WorkbookCell | null | undefined): string | null {
  return cell === null || cell === undefined || cell.kind === 'uncalculated' ? null : cell.text;
}

/** The rows as the other reader has them: none left out, all of one length. */
function padded(rows: Iterable<WorkbookRow>, height: number, width: number): (string | null)[][] {
  const all = Array.from({ length: height }, () => Array<string | null>(width).fill(null));
  for (const { row, cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      const line = all[row - 1];
      if (line !== undefined && index < width) line[index] = ours(cell);
      else throw new Error(`row ${row}, column ${index + 1} is not in the other reader's sheet`);
    }
  }
  return all;
}

test.for([
  ['hcpcs/2017-01', 4],
  ['hcpcs/2018-01', 7],
  ['hcpcs/2020-04', 2],
  ['hcpcs/2020-07', 2],
  ['icd-11-mms/2018-12', 1],
  ['icd-11-mms/draft-2024-01-11', 1],
  ['maps/icd-10-cm-conversion', 8],
] as const)(
  'the workbooks of %s have the texts that another reader finds',
  { timeout: 120_000 },
  async ([path, count], { skip }) => {
    const workbooks = await workbooksIn(path);
    if (workbooks === null) return skip(withoutPublishedData);
    expect(workbooks).toHaveLength(count);
    for (const { name, bytes } of workbooks) {
      const sheets = await readOtherwise(bytes, {
        trim: false,
        parseNumber: (written) => ({ written }) as never,
      });
      const own = (await readWorkbook(bytes, name)).sheets;
      expect(own.map((sheet) => sheet.name)).toEqual(sheets.map(({ sheet }) => sheet));
      for (const [index, { data }] of sheets.entries()) {
        const rows = (await own[index]?.rows()) ?? [];
        const width = data[0]?.length ?? 0;
        const expected = data.map((row) => row.map(otherwise));
        // Compared as text: on 36,000 rows a deep comparison takes ten times as long.
        expect(JSON.stringify(padded(rows, data.length, width)) === JSON.stringify(expected), name).toBe(
          true,
        );
      }
    }
  },
);

test.for([
  ['icd-11-mms/2024-01/simple-tab-icd11-mms.zip', 17],
  ['icd-11-mms/2024-01/SimpleTabulation-ICD-11-MMS-es.zip', 18],
] as const)(
  'the workbook in %s is the text beside it, cell by cell',
  { timeout: 120_000 },
  async ([path, columns], { skip }) => {
    const files = await filesIn(path);
    if (files === null) return skip(withoutPublishedData);
    const [sheet] = (await readWorkbook(await bytesOf(files, '.xlsx'), path)).sheets;
    const { text } = decodeText(await bytesOf(files, 'en.txt', 'es.txt'), path);
    const records = delimitedRecords(text, path, { delimiter: '\t', header: false, fieldCount: 'any' });
    let same = 0;
    for (const { row, cells } of (await sheet?.rows()) ?? []) {
      const record = records.next();
      if (record.done === true) throw new Error(`the text ends before row ${row}`);
      const { line, fields } = record.value;
      const written = cells.map((cell) =>
        cell?.kind === 'uncalculated' ? `=${cell.formula}` : (cell?.text ?? ''),
      );
      while (written.length < fields.length) written.push('');
      if (row !== line || written.join('\t') !== fields.join('\t'))
        expect([row, written]).toEqual([line, fields]);
      if (row > 1) expect(fields).toHaveLength(columns);
      same += 1;
    }
    expect(records.next().done).toBe(true);
    expect(same).toBe(36_045);
  },
);

function bytesOf(files: readonly SourceFile[], ...endings: readonly string[]): Promise<Buffer> {
  const file = files.find(({ name }) => endings.some((ending) => name.endsWith(ending)));
  if (file === undefined) throw new Error(`no file ends in ${endings.join(' or ')}`);
  return file.read();
}

test('formulas, dates and the blanks of modifiers are as published', async ({ skip }) => {
  const [link] = await cellsAt('icd-11-mms/2018-12', 'simpleTabulation.xlsx', 2, 9);
  if (link === undefined) return skip(withoutPublishedData);
  expect(link).toEqual({
    text: 'browser',
    formula:
      'HYPERLINK("https://icd.who.int/browse11/l-m/en#/http%3A%2F%2Fid.who.int%2Ficd%2Fentity%2F1435254666","browser")',
    kind: 'text',
  });
  expect(await cellsAt('maps/who-icd-10-icd-11/2019-04', '10To11MapToOneCategory.xlsx', 1, 12)).toEqual([
    { text: '2019-04-06', formula: null, kind: 'date' },
  ]);
  expect(await cellsAt('maps/icd-10-cm-conversion/2021-01', '2021.xlsx', 2_983, 0, 1)).toMatchObject([
    { text: 'U07.1', kind: 'text' },
    { text: '2020-04-01', kind: 'date' },
  ]);
  expect(await cellsAt('hcpcs/2020-07', 'anweb.xlsx', 2, 0)).toMatchObject([{ text: '   A1', kind: 'text' }]);
});

/** Cells of a row of the first sheet, by their place in it; none where the published files are not here. */
async function cellsAt(path: string, ending: string, row: number, ...places: number[]): Promise<unknown[]> {
  const files = await filesIn(path);
  if (files === null) return [];
  const [sheet] = (await readWorkbook(await bytesOf(files, ending), ending)).sheets;
  for (const found of (await sheet?.rows()) ?? []) {
    if (found.row === row) return places.map((place) => found.cells[place]);
  }
  throw new Error(`${path} has no row ${row}`);
}
