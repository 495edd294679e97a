// The conversion table from bytes to mappings: header, dates, and refusals with their places.
import { describe, expect, test } from 'vitest';
import { effectiveDate } from './effective-date.ts';
import { normalizeRows, tableFile } from './table-in-memory.ts';

describe('the table', () => {
  test('becomes mappings with date, words and place', async () => {
    const { map } = await normalizeRows([
      'A04.71  ,2017,A04.7',
      'R11.15,2019,K31.89 and a code from R11-',
      ',,',
    ]);
    expect(map.sourceRecords).toMatchObject({
      'table rows': 2,
      'rows with a combination': 1,
      'rows not read': 0,
    });
    expect(map.mappings).toEqual([
      {
        sourceCode: 'A04.7',
        sourceKey: null,
        sourceTo: null,
        sourceBelow: false,
        sourceWith: [],
        targetCode: 'A04.71',
        targetKey: null,
        relationship: 'source-is-broader-than-target',
        properties: [
          { code: 'effective-from', value: '2017-10-01' },
          { code: 'previous-codes', value: 'A04.7' },
        ],
        place: 'line 4',
      },
      {
        sourceCode: 'K31.89',
        sourceKey: null,
        sourceTo: null,
        sourceBelow: false,
        sourceWith: [{ text: 'a code from R11-', from: 'R11', to: null, below: true }],
        targetCode: 'R11.15',
        targetKey: null,
        relationship: 'related-to',
        properties: [
          { code: 'effective-from', value: '2019-10-01' },
          { code: 'previous-codes', value: 'K31.89 and a code from R11-' },
        ],
        place: 'line 5',
      },
    ]);
  });

  test('has its columns found by name, in any order and below any prose', async () => {
    const columns = 'Effective,Previous Code(s) Assignment,Current code assignment';
    const { map } = await normalizeRows(['2019,A92.8,A92.5'], '2020', ['one', 'two', 'FY2020', columns]);
    expect(map.mappings).toMatchObject([{ sourceCode: 'A92.8', targetCode: 'A92.5', place: 'line 5' }]);
  });

  test('keeps both rows of a code that stands twice', async () => {
    const { map } = await normalizeRows(['O44.20,2019,O44.00', 'O44.20,2019,O44.00']);
    expect(map.mappings.map(({ place }) => place)).toEqual(['line 4', 'line 5']);
  });

  test('keeps what it cannot read as text, with a finding', async () => {
    const good = Array.from({ length: 40 }, (_, at) => `Z00.${at + 10},2019,None`);
    const { map } = await normalizeRows([...good, 'A92.5,2019,see the index']);
    expect(map.findings).toEqual([
      {
        severity: 'warning',
        rule: 'previous-codes-read',
        message: expect.stringContaining('"see the index" as previous codes of A92.5'),
        where: 'table.csv:44',
      },
    ]);
    expect(map.mappings.at(-1)).toMatchObject({
      sourceCode: null,
      targetCode: 'A92.5',
      relationship: 'related-to',
      properties: [{ value: '2019-10-01' }, { value: 'see the index' }],
    });
    expect(map.mappings[0]).toMatchObject({ sourceCode: null, relationship: 'unmapped' });
  });

  test('of which a great part cannot be read is refused by its findings', async () => {
    const { map } = await normalizeRows(['A92.5,2019,see the index', 'A92.6,2019,A92.8']);
    expect(map.findings.map(({ severity }) => severity)).toEqual(['error']);
  });

  test('tells of cells beside its columns', async () => {
    const { map } = await normalizeRows(['A92.5,2019,A92.8,what is this']);
    expect(map.findings).toEqual([
      expect.objectContaining({ rule: 'not-captured', severity: 'warning', where: 'table.csv:4' }),
    ]);
  });

  test.each([
    ['no code', ['A92.5,2019,A92.8', 'Aspirin,2019,A92.8'], 'table.csv:5: found "Aspirin" as current code'],
    [
      'no date',
      ['A92.5,soon,A92.8'],
      'table.csv:4: found "soon" as effective date, expected a year or a date',
    ],
    ['nothing below its header', [], 'found no row below the header'],
    [
      'later codes than its release',
      ['A92.5,2020,A92.8'],
      'take effect on 2020-10-01 as the newest, expected some of 2019-10-01',
    ],
    [
      'earlier codes only',
      ['A92.5,2018,A92.8'],
      'take effect on 2018-10-01 as the newest, expected some of 2019-10-01',
    ],
  ])('with %s is refused', async (_, rows, message) => {
    await expect(normalizeRows(rows)).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining(message),
    });
  });

  test('of another fiscal year is refused, whatever its file is called', async () => {
    await expect(normalizeRows(['A92.5,2020,A92.8'], '2021')).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining('the table of fiscal year 2020, expected that of release 2021'),
    });
  });

  test('tells up to twenty faults at once', async () => {
    const rows = Array.from({ length: 30 }, () => 'x,y,z');
    await expect(normalizeRows(rows)).rejects.toThrow(/:4: found[\s\S]*:23: found[\s\S]*stopped after 20/);
  });

  test.each([
    ['another table', 'Code,Title\r\nA00,Cholera'],
    ['an order file', '00001 A00     0 Cholera'],
    ['a zip that is no workbook', 'PK\u0003\u0004'],
    ['nothing', ''],
  ])('is not seen in %s', async (_, text) => {
    expect((await tableFile([text])).role).toBe('none');
  });
});

test.each([
  ['2017', '2017-10-01'],
  [' 2017 ', '2017-10-01'],
  ['2020-04-01', '2020-04-01'],
  ['4/1/2020', '2020-04-01'],
  ['43922', '2020-04-01'],
  ['2020-02-30', null],
  ['13/1/2020', null],
  ['October 1', null],
  ['', null],
])('effective “%s” is %s', (text, date) => {
  expect(effectiveDate(text)).toBe(date);
});
