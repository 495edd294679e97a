// Delimited records: quotes, counts, line numbers.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caught } from './caught.ts';
import { decodeText } from './decode-text.ts';
import { delimitedRecords } from './delimited.ts';
import { listSourceFiles } from './list-source-files.ts';
import { publishedData, withoutPublishedData } from './published-data.ts';

const commas = { delimiter: ',', header: true } as const;
const tabs = { delimiter: '\t', header: false } as const;

test('fields come by the names of the header, with the line of each record', () => {
  const text = 'code,title\r\nA00,"Cholera, ""true"""\r\n\r\nA01,Typhoid\r\n';
  expect([...delimitedRecords(text, 'f', commas)]).toEqual([
    { line: 2, fields: { code: 'A00', title: 'Cholera, "true"' } },
    { line: 4, fields: { code: 'A01', title: 'Typhoid' } },
  ]);
});

test('a line end inside quotes belongs to the field, and later lines keep their numbers', () => {
  const text = 'a,b\r\n1,"x\r\ny"\r\n2,z';
  expect([...delimitedRecords(text, 'f', commas)]).toEqual([
    { line: 2, fields: { a: '1', b: 'x\ny' } },
    { line: 4, fields: { a: '2', b: 'z' } },
  ]);
});

test('where quotes are ordinary text they stay', () => {
  const text = '"a\tb\n"c"\td\n';
  expect([...delimitedRecords(text, 'f', { ...tabs, quotes: false })].map(({ fields }) => fields)).toEqual([
    ['"a', 'b'],
    ['"c"', 'd'],
  ]);
});

test('a quote inside an unquoted field is text', () => {
  expect([...delimitedRecords('5" tube,x\n', 'f', { delimiter: ',', header: false })]).toEqual([
    { line: 1, fields: ['5" tube', 'x'] },
  ]);
});

test('an unclosed quote is refused at the line of its record', () => {
  expect(caught(() => delimitedRecords('a,b\n1,2\n3,"4\n5,6\n', 'f', commas))).toMatchObject({ line: 3 });
  const long = `a,b\n1,"${'x\n'.repeat(200_000)}`;
  expect(caught(() => delimitedRecords(long, 'f', commas))).toMatchObject({ line: 2 });
});

test('a quote that closes too early is refused', () => {
  expect(caught(() => delimitedRecords('a,b\n1,"2"3\n4,5\n', 'f', commas))).toMatchObject({ line: 2 });
});

test('a record with too many or too few fields is refused with both counts', () => {
  const error = caught(() => delimitedRecords('a,b\n1,2\n3\n', 'f', commas));
  expect(error.message).toBe(
    'f:3: found 1 fields, the first of them "3", expected 2 fields. ' +
      'The line is cut short or of another kind; take the file as the publisher released it.',
  );
  expect(caught(() => delimitedRecords('a\tb\n1\t2\t3\n', 'f', tabs))).toMatchObject({ line: 2 });
});

test('a header may have more names than there are fields, if that is said', () => {
  const text = 'code\ttitle\tVersion:2024\nA\tB\n';
  const format = { delimiter: '\t', header: true, fieldCount: 2 } as const;
  expect([...delimitedRecords(text, 'f', format)]).toEqual([{ line: 2, fields: { code: 'A', title: 'B' } }]);
  expect([...delimitedRecords(text, 'f', { ...tabs, fieldCount: 'any' })]).toHaveLength(2);
});

test('a name twice in the header is refused', () => {
  expect(caught(() => delimitedRecords('a,a\n1,2\n', 'f', commas))).toMatchObject({ line: 1 });
});

test('records across many chunks keep their lines and their order', () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => `${index},"title\n${index}"`);
  const records = [...delimitedRecords(`n,t\n${rows.join('\n')}\n`, 'f', commas)];
  const expected = rows.map((_, index) => `${2 + 2 * index} ${index} title\n${index}`);
  expect(records.map(({ line, fields }) => `${line} ${fields['n']} ${fields['t']}`)).toEqual(expected);
});

test('the simple tabulation of ICD-11 2024-01 has 36,044 rows, the conversion table of 2020 opens with prose', async ({
  skip,
}) => {
  const zip = publishedData('icd-11-mms/2024-01/simple-tab-icd11-mms.zip');
  const csv = publishedData(
    'maps/icd-10-cm-conversion/2020/ICD-10-CM-Conversion-Table-FY20-Effective-10-1-2019-corrected.csv',
  );
  if (zip === null || csv === null) return skip(withoutPublishedData);
  const files = await listSourceFiles([zip]);
  const table = await files.find(({ name }) => name.endsWith('-en.txt'))?.read();
  const { text } = decodeText(table ?? Buffer.alloc(0), 'table');
  const rows = [...delimitedRecords(text, 'table', { delimiter: '\t', header: true, fieldCount: 17 })];
  expect(rows).toHaveLength(36_044);
  expect(rows.filter(({ fields }) => fields['Code'] !== '')).toHaveLength(34_663);
  expect(rows.some(({ fields }) => fields['Title']?.includes('"'))).toBe(false);
  const prose = delimitedRecords(decodeText(readFileSync(csv), 'c').text, 'c', {
    delimiter: ',',
    header: false,
  });
  expect([...prose].map(({ line }) => line).slice(0, 3)).toEqual([1, 3, 4]);
});
