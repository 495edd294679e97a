// The coverage report: every column of the samples is captured, and one that is not is seen.
import { describe, expect, it } from 'vitest';
import { coverage } from './coverage.ts';
import { recognised, sampleFiles, sampleText, sourceFile } from './source-file-in-memory.ts';
import { fieldsOf, workbookOf } from './workbook-in-memory.ts';

describe('coverage', () => {
  it('misses nothing in the samples', async () => {
    const reports = await coverage([...(await sampleFiles('2026-01')), ...(await sampleFiles('2027-01'))]);
    expect(reports.map(({ role }) => role)).toEqual([
      'tabulation-text',
      'tabulation-text',
      'translation-text:es',
    ]);
    expect(reports.flatMap(({ lines }) => lines.filter(({ captured }) => !captured))).toEqual([]);
    const [first] = reports;
    const counts = Object.fromEntries((first?.lines ?? []).map(({ path, count }) => [path, count]));
    expect(counts).toMatchObject({ Title: 39, Code: 26, BlockId: 4, 'Version:2026 Jan 20 - 10:00 UTC': 1 });
  });

  it('counts a workbook as it counts the text, and names what is not captured', async () => {
    const text = (await sampleText('2026-01', 'en')).replace('\tGrouping2\t', '\tCodingNote\t');
    const files = await recognised([
      sourceFile('t.txt', text),
      sourceFile('t.xlsx', workbookOf(fieldsOf(text))),
    ]);
    const [a, b] = await coverage(files);
    expect(a?.lines).toEqual(b?.lines);
    expect(a?.lines.filter(({ captured }) => !captured)).toEqual([
      { path: 'CodingNote', count: 11, captured: false },
    ]);
  });
});
