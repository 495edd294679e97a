// COPY of rows: every value comes back as it went, and no error of the server is lost.
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CopyValue, copyRows, hexBytes, textArray } from './copy-rows.ts';

let database: ThrowAwayDatabase;
beforeAll(async () => {
  database = await throwAwayDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql`drop table if exists copied`;
  await database.sql`create table copied (number integer not null unique, text text, flag boolean, bytes bytea, list text[])`;
});

const columns = ['number', 'text', 'flag', 'bytes', 'list'];

test('every value comes back as it went', async () => {
  const texts = [
    '',
    'plain',
    'a\tb',
    'a\nb\r\nc',
    'back\\slash',
    '\\N',
    '\\.',
    'Sézary “quoted” 😀',
    "it's",
    '{a,b}',
    null,
  ];
  const rows = texts.map((text, number): CopyValue[] => [
    number,
    text,
    number % 2 === 0,
    hexBytes('00ff10'),
    textArray(text === null ? [] : [text, 'a"b', 'c\\d', 'NULL', '']),
  ]);
  expect(await copyRows(database.sql, 'copied', columns, rows)).toBe(texts.length);
  const held =
    await database.sql`select text, flag, encode(bytes, 'hex') as bytes, list from copied order by number`;
  expect(held.map((row) => row['text'])).toEqual(texts);
  expect(held.map((row) => row['list'])).toEqual(
    texts.map((text) => (text === null ? [] : [text, 'a"b', 'c\\d', 'NULL', ''])),
  );
  expect(held.every((row, at) => row['flag'] === (at % 2 === 0) && row['bytes'] === '00ff10')).toBe(true);
});

test('no row is no fault', async () => {
  expect(await copyRows(database.sql, 'copied', columns, [])).toBe(0);
});

describe('an error of the server is told, with nothing kept and the connection usable', () => {
  function* many(bad: number): Generator<CopyValue[]> {
    for (let number = 0; number < 200_000; number++)
      yield [number === bad ? 'x' : number, 'text', null, null, null];
  }

  test.each([
    [
      'in the last piece',
      'copied',
      () => [
        [1, null, null, null, null],
        ['x', null, null, null, null],
      ],
      '22P02',
    ],
    ['early among many pieces', 'copied', () => many(10), '22P02'],
    ['at the end of many pieces', 'copied', () => many(199_999), '22P02'],
    [
      'a key twice',
      'copied',
      () => [
        [1, null, null, null, null],
        [1, null, null, null, null],
      ],
      '23505',
    ],
    ['a table that is not there', 'nowhere', () => many(-1), '42P01'],
  ] as const)('%s', async (_, table, rows, code) => {
    const copy = database.sql.begin((tx) => copyRows(tx, table, columns, rows()));
    await expect(copy).rejects.toMatchObject({ code });
    expect(await database.sql`select count(*)::integer as rows from copied`).toEqual([{ rows: 0 }]);
  });

  test('and so is an error of the rows themselves', async () => {
    function* failing(): Generator<CopyValue[]> {
      yield [1, null, null, null, null];
      throw new Error('the source gave out');
    }
    await expect(database.sql.begin((tx) => copyRows(tx, 'copied', columns, failing()))).rejects.toThrow(
      'the source gave out',
    );
    expect(await database.sql`select count(*)::integer as rows from copied`).toEqual([{ rows: 0 }]);
  });
});
