// Workbooks as a whole: which file is one, its sheets, and the parts that they are in.
import { expect, test } from 'vitest';
import { caughtLater } from './caught.ts';
import { craftedWorkbook, relationshipsXml, sheetXml, workbookXml } from './crafted-workbook.ts';
import { craftedZip } from './crafted-zip.ts';
import { readWorkbook, type WorkbookSheet } from './workbook.ts';
import { isWorkbook } from './workbook-package.ts';

const oneCell = (text: string) => `<row><c t="str"><v>${text}</v></c></row>`;

async function texts(sheet: WorkbookSheet): Promise<string[]> {
  return [...(await sheet.rows())].map(({ cells }) => cells.map((cell) => cell?.text ?? '-').join('|'));
}

test('a workbook is known by its parts, and nothing else is one', async () => {
  expect(await isWorkbook(craftedWorkbook())).toBe(true);
  expect(await isWorkbook(craftedWorkbook({ parts: { 'xl/workbook.xml': null } }))).toBe(false);
  expect(await isWorkbook(craftedWorkbook({ parts: { '[Content_Types].xml': null } }))).toBe(false);
  expect(await isWorkbook(craftedZip([{ name: 'word/document.xml' }, { name: '[Content_Types].xml' }]))).toBe(
    false,
  );
  expect(await isWorkbook(craftedWorkbook().subarray(0, -30))).toBe(false);
  expect(await isWorkbook(Buffer.from('HCPC\tSEQNUM\r\n'))).toBe(false);
  expect(await isWorkbook(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe(false);
  expect(await isWorkbook(Buffer.alloc(0))).toBe(false);
});

test('sheets come in the order of the workbook, each with its own rows, whatever their parts are named', async () => {
  const bytes = craftedWorkbook({
    parts: {
      'xl/workbook.xml': workbookXml([
        ['Codes &amp; notes', 'b'],
        ['Key_x0021_', 'a" state="veryHidden'],
        ['Old', 'c" state="hidden'],
        ['Up', 'd'],
      ]),
      'xl/_rels/workbook.xml.rels': relationshipsXml([
        ['a', 'worksheet', './worksheets/sheet1.xml'],
        ['b', 'worksheet', '/xl/Tabelle.xml'],
        ['c', 'worksheet', 'worksheets/SHEET.xml'],
        ['d', 'worksheet', '../other/sheet.bin.xml'],
        ['e', 'theme', 'theme/theme1.xml'],
      ]),
      'xl/worksheets/sheet1.xml': sheetXml(oneCell('key')),
      'xl/Tabelle.xml': sheetXml(oneCell('codes')),
      'xl/worksheets/sheet.xml': sheetXml(oneCell('old')),
      'other/sheet.bin.xml': sheetXml(oneCell('up')),
    },
  });
  const { sheets } = await readWorkbook(bytes, 'w.xlsx');
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Codes & notes', false],
    ['Key!', true],
    ['Old', true],
    ['Up', false],
  ]);
  expect(await Promise.all(sheets.map(texts))).toEqual([['codes'], ['key'], ['old'], ['up']]);
});

test('elements may have a prefix, as the workbooks of the WHO have, and foreign elements are passed over', async () => {
  const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const row =
    '<x:row r="3"><x:c r="B3" t="s"><x:v>1</x:v></x:c><x:c r="C3"><x:f>hyperlink("u","b")</x:f></x:c>';
  const layout = '<x:sheetViews><x:sheetView><x:row r="9"/></x:sheetView></x:sheetViews>';
  const extension = '<x:extLst><x:ext><x:row/><v>no</v></x:ext></x:extLst>';
  const bytes = craftedWorkbook({
    strings: '',
    parts: {
      'xl/workbook.xml': `\ufeff<x:workbook ${main}><x:sheets><x:sheet xmlns:q="u" name="S" q:id="rId1"/></x:sheets></x:workbook>`,
      'xl/sharedStrings.xml': `<x:sst ${main}><x:si><x:t>a</x:t></x:si><x:si><x:r><x:rPr/><x:t>b</x:t></x:r></x:si></x:sst>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet ${main}>${layout}<x:sheetData>${row}${extension}</x:row></x:sheetData>${extension}</x:worksheet>`,
    },
  });
  const [sheet] = (await readWorkbook(bytes, 'w.xlsx')).sheets;
  expect(sheet && [...(await sheet.rows())]).toEqual([
    {
      row: 3,
      cells: [
        null,
        { text: 'b', formula: null, kind: 'text' },
        { text: '', formula: 'hyperlink("u","b")', kind: 'uncalculated' },
      ],
    },
  ]);
});

test('rows are read anew with each call, as far as they are drawn', async () => {
  const bytes = craftedWorkbook({ rows: [oneCell('a'), oneCell('b'), oneCell('c')].join('') });
  const [sheet] = (await readWorkbook(bytes, 'w.xlsx')).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  for (const row of await sheet.rows()) {
    expect(row.cells[0]?.text).toBe('a');
    break;
  }
  expect(await texts(sheet)).toEqual(['a', 'b', 'c']);
});

test('a sheet that is a chart has no rows', async () => {
  const chart = '<chartsheet><drawing/></chartsheet>';
  const [sheet] = (await readWorkbook(craftedWorkbook({ parts: { 'xl/worksheets/sheet1.xml': chart } }), 'w'))
    .sheets;
  expect(sheet && (await texts(sheet))).toEqual([]);
});

test.each<[string, Parameters<typeof craftedWorkbook>[0], string, string]>([
  ['no sheet', { parts: { 'xl/workbook.xml': workbookXml([]) } }, 'w.xlsx', 'a workbook without sheets'],
  [
    'a sheet whose part nothing names',
    { parts: { 'xl/workbook.xml': workbookXml([['A', 'rId7']]) } },
    'w.xlsx!A',
    'a sheet without a part',
  ],
  [
    'a part that is not there',
    { parts: { 'xl/worksheets/sheet1.xml': null } },
    'w.xlsx',
    'no part xl/worksheets/sheet1.xml',
  ],
  [
    'no relationships',
    { parts: { 'xl/_rels/workbook.xml.rels': null } },
    'w.xlsx',
    'no part xl/_rels/workbook.xml.rels',
  ],
  [
    'two sheets of one name',
    {
      parts: {
        'xl/workbook.xml': workbookXml([
          ['Codes', 'rId1'],
          ['CODES', 'rId2'],
        ]),
        'xl/_rels/workbook.xml.rels': relationshipsXml([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'worksheet', 'workbook.xml'],
        ]),
      },
    },
    'w.xlsx',
    'two sheets named "CODES"',
  ],
  [
    'two sheets in one part',
    {
      parts: {
        'xl/workbook.xml': workbookXml([
          ['A', 'rId1'],
          ['B', 'rId1'],
        ]),
      },
    },
    'w.xlsx',
    'two sheets in the part "xl/worksheets/sheet1.xml"',
  ],
  [
    'a sheet without a name',
    { parts: { 'xl/workbook.xml': workbookXml([['', 'rId1']]) } },
    'w.xlsx',
    'a sheet without a name',
  ],
])('%s is refused', async (_, workbook, file, found) => {
  expect(await caughtLater(readWorkbook(craftedWorkbook(workbook), 'w.xlsx'))).toMatchObject({ file, found });
});

test.each([
  ['a text', Buffer.from('HCPC\r\n'), 'no workbook'],
  ['a zip of something else', craftedZip([{ name: 'a.txt' }]), 'no workbook'],
  [
    'an encrypted workbook',
    Buffer.from('d0cf11e0a1b11ae1000000', 'hex'),
    'an encrypted or an old workbook (xls)',
  ],
])('%s is refused, and the message says what is read', async (_, bytes, found) => {
  const error = await caughtLater(readWorkbook(bytes, 'w.xlsx'));
  expect(error).toMatchObject({ file: 'w.xlsx', found });
  expect(error.expected).toBe('a workbook of the kind xlsx, without a password');
});
