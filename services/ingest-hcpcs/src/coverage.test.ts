// The coverage report: every column of the structured files is counted, and all of the samples' are captured.
import { describe, expect, it } from 'vitest';
import { coverage } from './coverage.ts';
import { threeCodes } from './made-codes.ts';
import { madeMainWorkbook, madeWorkbook, mainRows } from './made-workbook.ts';
import { mainHeadings } from './parse-main-workbook.ts';
import { recognised, sampleFiles, sourceFile } from './source-file-in-memory.ts';

describe('coverage', () => {
  it.each(['2026-01', '2026-04'] as const)('finds all of the sample %s captured', async (version) => {
    const reports = await coverage(await sampleFiles(version));
    expect(reports.flatMap(({ lines }) => lines.filter(({ captured }) => !captured))).toEqual([]);
    const main = reports.find(({ role }) => role === 'main-text');
    expect(main?.lines.find(({ path }) => path === 'code')?.count).toBe(version === '2026-01' ? 52 : 53);
    expect(main?.lines.some(({ path }) => path === 'preamble')).toBe(version === '2026-01');
  });

  it('counts each column of a workbook, and tells which are not captured', async () => {
    const rows = mainRows(threeCodes).map(([row, cells]): [number, typeof cells] => [
      row,
      [...cells, row === 1 ? 'MORE' : 'x'],
    ]);
    const files = await recognised([sourceFile('main.xlsx', madeWorkbook({ A: rows, Other: [[1, ['x']]] }))]);
    const lines = (await coverage(files))[0]?.lines ?? [];
    expect(lines.filter(({ captured }) => !captured)).toEqual([
      { path: 'MORE', count: 3, captured: false },
      { path: 'sheet Other', count: 1, captured: false },
    ]);
    expect(lines.find(({ path }) => path === 'HCPC')).toEqual({ path: 'HCPC', count: 3, captured: true });
    const met = lines.map(({ path }) => path).filter((path) => mainHeadings.includes(path));
    expect(met).toContain('PRICE1');
  });

  it('says nothing against a plain workbook', async () => {
    const files = await recognised([sourceFile('main.xlsx', madeMainWorkbook(threeCodes, 8))]);
    expect((await coverage(files))[0]?.lines.every(({ captured }) => captured)).toBe(true);
  });
});
