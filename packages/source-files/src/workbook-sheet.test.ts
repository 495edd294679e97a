// What cells hold, and where they stand.
import { expect, test } from 'vitest';
import { type CraftedWorkbook, craftedWorkbook } from './crafted-workbook.ts';
import type { WorkbookRow } from './sheet-rows.ts';
import { readWorkbook } from './workbook.ts';

async function rowsOf(workbook: CraftedWorkbook): Promise<WorkbookRow[]> {
  const [sheet] = (await readWorkbook(craftedWorkbook(workbook), 'w.xlsx')).sheets;
  return sheet === undefined ? [] : [...(await sheet.rows())];
}

/** The only cell, as kind and text, and the formula where there is one. */
async function cellOf(cell: string, workbook: CraftedWorkbook = {}): Promise<string | null> {
  const [row, ...others] = await rowsOf({ ...workbook, rows: `<row>${cell}</row>` });
  expect(others).toEqual([]);
  const [only] = row?.cells ?? [];
  if (only === undefined || only === null) return null;
  return `${only.kind} ${JSON.stringify(only.text)}${only.formula === null ? '' : ` =${only.formula}`}`;
}

test.each([
  ['a text of its own', '<c t="inlineStr"><is><t xml:space="preserve">   A1 </t></is></c>', 'text "   A1 "'],
  [
    'rich text',
    '<c t="inlineStr"><is><r><rPr><b/></rPr><t>a </t></r><r><t> b</t></r></is></c>',
    'text "a  b"',
  ],
  [
    'spoken text',
    '<c t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr/></is></c>',
    'text "a"',
  ],
  ['an empty text', '<c t="inlineStr"><is><t/></is></c>', 'text ""'],
  ['a formula that gives a text', '<c t="str"><f>A1&amp;"x"</f><v> x</v></c>', 'text " x" =A1&"x"'],
  ['a formula that gives an empty text', '<c t="str"><f>B1</f><v></v></c>', 'text "" =B1'],
  ['a formula that gives a number', '<c><f>1+1</f><v>2</v></c>', 'number "2" =1+1'],
  [
    'a formula without a result',
    '<c><f>HYPERLINK("u","browser")</f></c>',
    'uncalculated "" =HYPERLINK("u","browser")',
  ],
  [
    'the first cell of a shared formula',
    '<c><f t="shared" ref="A1:A2" si="0">B1</f><v>3</v></c>',
    'number "3" =B1',
  ],
  ['another cell of a shared formula', '<c><f t="shared" si="0"/><v>3</v></c>', 'number "3"'],
  ['a number', '<c><v>1.9870101E7</v></c>', 'number "19870101"'],
  ['a number that says so', '<c t="n"><v>0.5</v></c>', 'number "0.5"'],
  ['true', '<c t="b"><v>1</v></c>', 'boolean "TRUE"'],
  ['false', '<c t="b"><v>0</v></c>', 'boolean "FALSE"'],
  ['an error', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'error "#DIV/0!" =1/0'],
  ['a written date', '<c t="d"><v>2017-01-01T00:00:00.000Z</v></c>', 'date "2017-01-01"'],
  ['a written time', '<c t="d"><v>2017-01-01T13:30:00</v></c>', 'date "2017-01-01T13:30:00"'],
  ['an escape', '<c t="str"><v>a_x000D_\nb &lt;c&gt;&#10;</v></c>', 'text "a\\r\\nb <c>\\n"'],
  ['CDATA', '<c t="str"><v><![CDATA[<a>]]><!-- x -->b</v></c>', 'text "<a>b"'],
])('%s', async (_, cell, expected) => {
  expect(await cellOf(cell)).toBe(expected);
});

test.each([
  '<c/>',
  '<c s="0"/>',
  '<c t="s"/>',
  '<c t="s"><v/></c>',
  '<c t="str"/>',
  '<c><v></v></c>',
  '<c t="inlineStr"/>',
  '<c><extLst><ext><v>1</v></ext></extLst></c>',
])('%s holds nothing', async (cell) => {
  expect(await cellOf(cell, { styles: [0] })).toBeNull();
});

test('shared strings are counted from 0, blanks, line ends, empty ones and runs kept', async () => {
  const strings =
    '<si><t xml:space="preserve">   A1</t></si>\n<si><t>a\r\nb</t></si><si><t/></si><si/>' +
    '<si><r><t>x</t></r><r><rPr/><t> y</t></r><rPh sb="0" eb="1"><t>z</t></rPh></si><si><t> </t></si><extLst><si/></extLst>';
  const rows = `<row>${[0, 1, 2, 3, 4, 5].map((index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`;
  const [row] = await rowsOf({ strings, rows });
  expect(row?.cells.map((cell) => cell?.text)).toEqual(['   A1', 'a\nb', '', '', 'x y', ' ']);
  expect(row?.cells.every((cell) => cell?.kind === 'text')).toBe(true);
});

test('a number is a date where its style shows one, and the calendar has it', async () => {
  const styles = [0, 14, 'mm/dd/yy;@', 'h:mm', '0&quot;d&quot;', 22];
  const cell = (style: number, value: string) => cellOf(`<c s="${style}"><v>${value}</v></c>`, { styles });
  expect(await cell(0, '42736')).toBe('number "42736"');
  expect(await cell(1, '42736')).toBe('date "2017-01-01"');
  expect(await cell(2, '43466')).toBe('date "2019-01-01"');
  expect(await cell(3, '0.5')).toBe('number "0.5"');
  expect(await cell(4, '42736')).toBe('number "42736"');
  expect(await cell(5, '42736.25')).toBe('date "2017-01-01T06:00:00"');
  expect(await cell(1, '60')).toBe('number "60"');
  expect(await cell(1, '20170101')).toBe('number "20170101"');
  expect(await cellOf('<c s="1"><v>41274</v></c>', { styles, from1904: true })).toBe('date "2017-01-01"');
  expect(await cellOf('<c s="7"><v>42736</v></c>')).toBe('number "42736"');
});

test('gaps are null, empty rows are passed over, and a row ends with its last cell that holds something', async () => {
  const rows = `
    <row r="2"><c r="B2"><v>1</v></c><c r="D2" s="0"/><c r="E2"><v>2</v></c><c r="G2"/></row>
    <row r="3"/><row r="4"><c r="A4"/></row>
    <row r="1048576"><c r="A1048576"><v>3</v></c></row>`;
  expect(
    (await rowsOf({ rows })).map(({ row, cells }) => [row, cells.map((cell) => cell?.text ?? null)]),
  ).toEqual([
    [2, [null, '1', null, null, '2']],
    [1_048_576, ['3']],
  ]);
});

test('cells and rows without a reference follow the one before', async () => {
  const rows =
    '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c/><c><v>5</v></c></row>';
  expect(
    (await rowsOf({ rows })).map(({ row, cells }) => [row, cells.map((cell) => cell?.text ?? null)]),
  ).toEqual([
    [1, ['1', '2']],
    [5, [null, null, '3', '4']],
    [6, [null, '5']],
  ]);
});
