// Hostile and damaged workbooks, each refused with its place.
import { expect, test } from 'vitest';
import { caughtLater } from './caught.ts';
import { type CraftedWorkbook, craftedWorkbook, sheetXml } from './crafted-workbook.ts';
import { drawing } from './drawing.ts';
import { SourceFileError } from './source-file-error.ts';
import type { SourceLimits } from './source-limits.ts';
import { readWorkbook } from './workbook.ts';

async function readAll(bytes: Buffer, limits?: Partial<SourceLimits>): Promise<number> {
  let cells = 0;
  for (const sheet of (await readWorkbook(bytes, 'w.xlsx', limits)).sheets) {
    for (const row of await sheet.rows()) cells += row.cells.length;
  }
  return cells;
}

const refusal = (workbook: CraftedWorkbook, limits?: Partial<SourceLimits>) =>
  caughtLater(readAll(craftedWorkbook(workbook), limits));

const one = '<c><v>1</v></c>';

test.each([
  [
    'a string that is not there',
    '<row r="17"><c r="C17" t="s"><v>2</v></c></row>',
    'C17',
    'the shared string "2"',
  ],
  ['a string counted backwards', '<row><c t="s"><v>-1</v></c></row>', 'A1', 'the shared string "-1"'],
  ['a string without number', '<row><c t="s"><v>a</v></c></row>', 'A1', 'the shared string "a"'],
  ['a number that is none', '<row><c><v>1,5</v></c></row>', 'A1', 'the number "1,5"'],
  ['an endless number', '<row><c><v>1E999</v></c></row>', 'A1', 'the number "1E999"'],
  ['a third truth value', '<row><c t="b"><v>2</v></c></row>', 'A1', 'the truth value "2"'],
  ['a date that is none', '<row><c t="d"><v>2017-13-01</v></c></row>', 'A1', 'the date "2017-13-01"'],
  ['an unknown type', '<row><c t="x"><v>1</v></c></row>', 'A1', 'the type "x"'],
  ['an unknown type without value', '<row><c t="x"/></row>', 'A1', 'the type "x"'],
  ['a style that is not there', '<row><c s="3"><v>1</v></c></row>', 'A1', 'the style "3"'],
  ['a control character', '<row><c t="str"><v>_x0000_</v></c></row>', 'A1', 'the text "_x0000_"'],
  ['half a character in a formula', '<row><c><f>_xD800_</f></c></row>', 'A1', 'the text "_xD800_"'],
  ['two values', '<row><c><v>1</v><v>2</v></c></row>', 'A1', 'the element "v" twice'],
  ['two formulas', '<row><c><f>1</f><f/></c></row>', 'A1', 'the element "f" twice'],
  ['a text in a number', '<row><c><is><t>a</t></is></c></row>', 'A1', 'a text in a cell of the type "n"'],
  ['a value beside the text', '<row><c t="inlineStr"><v>0</v></c></row>', 'A1', 'the value "0"'],
  ['an element in a value', '<row><c><v><b/></v></c></row>', 'A1', 'the element "b"'],
  ['an element in a cell', '<row><c><t>a</t></c></row>', 'A1', 'the element "t"'],
  ['an element in a row', `<row>${one}<v>1</v></row>`, 'A1', 'the element "v"'],
  ['a cell outside rows', one, '', 'the element "c"'],
  ['a text in a cell', '<row><c>7</c></row>', 'A1', 'the text "7"'],
  ['a text between cells', `<row>${one} x </row>`, 'A1', 'the text " x "'],
  ['a text between rows', '<row/>x', 'row 1', 'the text "x"'],
  ['a text beside the runs', '<row><c t="inlineStr"><is>x<t>a</t></is></c></row>', 'A1', 'the text "x"'],
  ['a row twice', '<row r="2"/><row r="2"/>', 'row 2', 'the row 2 after the row 2'],
  ['rows out of order', '<row r="3"/><row r="2"/>', 'row 3', 'the row 2 after the row 3'],
  ['a row beyond the last', '<row r="1048577"/>', '', 'the next row "1048577"'],
  ['a row after the last', '<row r="1048576"/><row/>', 'row 1048576', 'the next row "1048577"'],
  ['a row without number', '<row r="x"/>', '', 'the next row "x"'],
  ['a cell twice', '<row><c r="B1"/><c r="B1"/></row>', 'B1', 'the cell B1 after B1'],
  ['cells out of order', '<row><c r="AA1"/><c r="Z1"/></row>', 'AA1', 'the cell Z1 after AA1'],
  ['a cell of another row', '<row r="2"><c r="A3"/></row>', 'row 2', 'the cell A3 in the row 2'],
  ['a column beyond the last', '<row><c r="XFE1"/></row>', 'row 1', 'the next cell "XFE1"'],
  ['a column after the last', '<row><c r="XFD1"/><c/></row>', 'XFD1', 'the next cell ""'],
  ['a reference that is none', '<row><c r="$A$1"/></row>', 'row 1', 'the next cell "$A$1"'],
])('%s is refused', async (_, rows, place, found) => {
  const error = await refusal({ rows, strings: '<si><t>a</t></si><si><t>b</t></si>', styles: [0, 14] });
  expect(error).toMatchObject({ file: `w.xlsx!Sheet1${place === '' ? '' : `!${place}`}`, found });
  expect(error.advice).not.toBe('');
});

test('without shared strings none can be referred to', async () => {
  expect((await refusal({ rows: '<row><c t="s"><v>0</v></c></row>' })).message).toBe(
    'w.xlsx!Sheet1!A1: found the shared string "0", expected one of the 0, counted from 0. ' +
      'The workbook is damaged or hostile; take it as the publisher released it.',
  );
});

test('a faulty shared string is named by its number', async () => {
  const error = await refusal({ strings: '<si><t>a</t></si><si><t>_x0001_</t></si>' });
  expect(error.file).toBe('w.xlsx!/xl/sharedStrings.xml, string 1');
});

test.each<[string, CraftedWorkbook]>([
  ['a sheet', { parts: { 'xl/worksheets/sheet1.xml': sheetXml('<row>\n<c></row>') } }],
  [
    'a sheet cut short',
    { parts: { 'xl/worksheets/sheet1.xml': sheetXml('<row>\n<c/></row>').slice(0, -30) } },
  ],
  ['the strings', { strings: '<si>\r\n</t></si>' }],
  ['the styles', { styles: ['"<'] }],
  ['the workbook itself', { parts: { 'xl/workbook.xml': '<workbook>\n' } }],
  ['the relationships', { parts: { 'xl/_rels/workbook.xml.rels': '' } }],
])('malformed XML in %s is refused with part, line and column', async (_, workbook) => {
  expect(await refusal(workbook)).toMatchObject({
    file: expect.stringMatching(/^w\.xlsx!\/xl\/\S+\.(xml|rels)$/),
    line: expect.any(Number),
    column: expect.any(Number),
  });
});

test.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml'])(
  'a DOCTYPE in %s is refused',
  async (part) => {
    const xml = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>';
    const error = await refusal({ strings: '', parts: { [part]: xml } });
    expect(error).toMatchObject({ file: `w.xlsx!/${part}`, found: 'a DOCTYPE declaration' });
  },
);

test('a part in another encoding and one that is no sheet are refused', async () => {
  const wide = { content: Buffer.from(`\ufeff${sheetXml('')}`, 'utf16le') };
  expect((await refusal({ parts: { 'xl/worksheets/sheet1.xml': wide } })).found).toBe('text in UTF-16');
  const other = '<html><sheetData/></html>';
  expect((await refusal({ parts: { 'xl/worksheets/sheet1.xml': other } })).found).toBe('a "html"');
});

test('bombs are refused in sheets and strings, by what they declare and by what they are', async () => {
  const blanks = Buffer.alloc(3_000_000, ' ');
  for (const part of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']) {
    const declared = await refusal({ strings: '', parts: { [part]: { content: blanks } } });
    expect(declared.message).toMatch(new RegExp(`^w\\.xlsx!/${part}: found 3000000 bytes inflated from`));
    const hidden = await refusal({ strings: '', parts: { [part]: { content: blanks, declaredBytes: 100 } } });
    expect(hidden).toMatchObject({ file: `w.xlsx!/${part}`, found: 'more than 100 bytes' });
    const summed = await refusal({ strings: '', parts: { [part]: { content: '<sst/>', crc32: 1 } } });
    expect(summed.expected).toBe('00000001, as the zip declares');
  }
});

test('the parts together are capped, and each by itself', async () => {
  const rows = `<row><c t="str"><v>${'x'.repeat(1_000)}</v></c></row>`;
  expect((await refusal({ rows }, { totalBytes: 1_500 })).expected).toBe('at most 1500 bytes');
  expect((await refusal({ rows }, { fileBytes: 1_000 })).file).toBe('w.xlsx!/xl/worksheets/sheet1.xml');
  expect((await refusal({ rows }, { entries: 3 })).found).toBe('4 files and folders');
});

test('cells are capped, gaps counted, before a gap is filled', async () => {
  const rows = (count: number) =>
    '<row><c/><c r="J1"><v>1</v></c></row>'.repeat(count).replaceAll(' r="J1"', '');
  expect(await readAll(craftedWorkbook({ rows: rows(10) }), { sheetCells: 20 })).toBe(20);
  expect(await refusal({ rows: rows(11) }, { sheetCells: 20 })).toMatchObject({
    file: 'w.xlsx!Sheet1!B11',
    found: 'more than 20 cells, gaps counted',
  });
  const wide = Array.from({ length: 200 }, (_, row) => `<row><c r="XFD${row + 1}"><v>1</v></c></row>`).join(
    '',
  );
  expect((await refusal({ rows: wide })).file).toBe('w.xlsx!Sheet1!XFD123');
});

test('elements of a sheet are capped, empty rows and cells too', async () => {
  expect((await refusal({ rows: '<row/>'.repeat(100) }, { sheetCells: 30 })).found).toBe(
    'more than 90 elements',
  );
});

test('a text is capped, joined from runs or not', async () => {
  const limits = { cellLength: 100 };
  const runs = `<is>${'<r><t>xxxxxxxxxx</t></r>'.repeat(11)}</is>`;
  for (const rows of [
    `<row><c t="inlineStr">${runs}</c></row>`,
    `<row><c t="str"><v>${'x'.repeat(101)}</v></c></row>`,
    `<row><c><f>${'x'.repeat(101)}</f></c></row>`,
  ]) {
    expect((await refusal({ rows }, limits)).expected).toBe('at most 100');
  }
  expect((await refusal({ strings: `<si><t>${'x'.repeat(101)}</t></si>` }, limits)).expected).toBe(
    'at most 100',
  );
  expect(
    (await refusal({ rows: `<row><c><v>${'1'.repeat(2_000)}</v></c></row>` }, { xmlTextBytes: 1_500 })).found,
  ).toBe('a text of more than 1500 bytes');
});

test('whatever happens to a workbook, it is read or refused as a source file', async () => {
  const sheet = sheetXml(
    Array.from(
      { length: 40 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>${row % 3}</v></c></row>`,
    ).join(''),
  );
  const strings = '<si><t>A0021 </t></si><si><r><t>b</t></r></si><si><t>_x000D_</t></si>';
  const draw = drawing(5);
  const outcomes = { read: 0, refused: 0 };
  for (let round = 0; round < 400; round += 1) {
    const changed = Buffer.from(sheet);
    // Digits now and then, as they leave the XML well-formed.
    changed[draw(changed.length)] = draw(2) === 0 ? 0x30 + draw(10) : 0x20 + draw(0x5f);
    const bytes = craftedWorkbook({ strings, parts: { 'xl/worksheets/sheet1.xml': { content: changed } } });
    if (round % 4 === 0) bytes[draw(bytes.length)] = draw(256);
    try {
      await readAll(bytes);
      outcomes.read += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(SourceFileError);
      outcomes.refused += 1;
    }
  }
  expect(outcomes.read).toBeGreaterThan(10);
  expect(outcomes.refused).toBeGreaterThan(100);
});
