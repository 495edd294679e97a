// CSV: what is read back is what was written, and no cell runs as a formula.
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { changeRows, columns } from './change-rows.ts';
import { csvPieces } from './format-csv.ts';
import { context, hostileChanges, pagesOf, variedChanges, wholeText } from './record-under-test.ts';

const written = (records: ReturnType<typeof hostileChanges>) =>
  wholeText(csvPieces(pagesOf(records), context));

const read = (text: string) =>
  papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

/** As a reader sees it who takes off the apostrophe before formulas. */
const inCells = (value: string | boolean | null) => (value === null ? '' : String(value));

describe('CSV', () => {
  test('gives every text back, but for an apostrophe before what would be a formula', async () => {
    const records = [...hostileChanges(), ...variedChanges()];
    const rows = records.flatMap((record) => changeRows(record, context));
    const found = read(await written(records));
    expect(found).toHaveLength(rows.length);
    for (const [i, row] of rows.entries()) {
      for (const { name } of columns) {
        const cell = found[i]?.[name];
        expect(cell === inCells(row[name]) || cell === `'${inCells(row[name])}`).toBe(true);
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }
    }
  });

  test('puts the apostrophe before formulas only', async () => {
    const found = read(await written(hostileChanges()));
    const apostrophes = found
      .filter(({ differs }) => differs === 'display')
      .flatMap(({ after }, i) => (after?.startsWith("'") && after !== "'" ? [i] : []));
    expect(apostrophes).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 14]);
  });

  test('begins with a byte order mark and ends each record with CR LF', async () => {
    const text = await written(variedChanges());
    expect(text.startsWith('\uFEFFcode,kinds,differs,before,after,cosmetic,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(1 + 11 + 1);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('has a header only where nothing changed', async () => {
    expect(await written([])).toBe(`\uFEFF${columns.map(({ name }) => name).join(',')}\r\n`);
  });
});
