// Damaged and wrong workbooks: each is refused, and the message names sheet and cell, what was found and what was expected.
import { mutateBytes } from '@codeset/test-kit';
import { CodesetError } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../source-file-in-memory.ts';
import { type CellContent, fieldsOf, workbookOf } from '../workbook-in-memory.ts';
import { back, multiple, normalizeForms, numbers, one, sampleWorkbook, withField } from './map-in-memory.ts';

const bookWith = (line: number, index: number, value: string) =>
  sampleWorkbook(withField(one.text, line, index, value));

describe('a bad workbook', () => {
  const cells = (change: (rows: CellContent[][]) => void) => {
    const rows: CellContent[][] = fieldsOf(one.text);
    change(rows);
    return workbookOf(rows);
  };
  it.each([
    [
      'with a field that is not of its form',
      bookWith(5, 2, 'A0'),
      't.xlsx!MMS!C5: found "A0", expected a category like A00.0',
    ],
    [
      'with a chapter that became a number',
      cells((rows) => rows[4]?.splice(10, 1, { type: 'n', xml: '<v>1</v>' })),
      't.xlsx!MMS!K5: found "1", expected a chapter, 01 to 26, V or X',
    ],
    [
      'with a formula as title',
      bookWith(5, 4, '=A1'),
      't.xlsx!MMS!E5: found "=A1", expected a title on one line',
    ],
    [
      'with a row cut short',
      cells((rows) => rows[4]?.splice(11)),
      't.xlsx!MMS!L5: found "", expected a title on one line',
    ],
    [
      'with a cell beyond the columns',
      cells((rows) => rows[4]?.push('x')),
      't.xlsx!MMS!M5: found "13 fields", expected 12 fields',
    ],
    [
      'with a source that stands twice',
      bookWith(5, 2, 'A00'),
      't.xlsx!MMS!C5: found "A00", expected each source once, and it stands in MMS!row 4 already',
    ],
    [
      'without a column',
      bookWith(1, 4, 'Title'),
      't.xlsx!MMS!row 1: found "a header without icd10Title", expected the columns of 10To11MapToOneCategory',
    ],
    [
      'without the day',
      cells((rows) => rows[0]?.splice(12)),
      't.xlsx!MMS!L1: found "icd11Title", expected the day of the table after its columns',
    ],
    [
      'without rows',
      cells((rows) => rows.splice(1)),
      't.xlsx!MMS!row 2: found "", expected at least one row below the header',
    ],
  ])('%s is refused with the cell, alone and beside the text', async (_, workbook, message) => {
    for (const given of [{ workbook }, { workbook, text: one.text }])
      await expect(normalizeForms(one.service, given)).rejects.toMatchObject({
        code: 'FILE_REFUSED',
        message: expect.stringContaining(message),
      });
  });

  it('is refused under a role that it is not of', async () => {
    const { files } = await normalizeForms(one.service, { workbook: sampleWorkbook(one.text) });
    const wrong = files.map((file) => ({ ...file, role: 'who-icd-11-icd-10-one-workbook' }));
    await expect(
      back.service.normalize(wrong, back.service.releaseName('2027-01'), () => undefined),
    ).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining('no sheet whose first row is the header of 11To10MapToOneCategory'),
    });
  });

  it('damaged anywhere is refused with its name, or read row by row', async () => {
    const sample = sampleWorkbook(multiple.text);
    let refused = 0;
    for (let copy = 1; copy <= 100; copy += 1) {
      const { bytes } = mutateBytes(sample, numbers(copy));
      const role = 'who-icd-10-icd-11-multiple-workbook';
      const files = [{ file: sourceFile('t.xlsx', bytes), role, remark: '' }];
      const { service } = multiple;
      try {
        const map = await service.normalize(files, service.releaseName('2027-01'), () => undefined);
        expect(map.mappings).toHaveLength(map.sourceRecords['table rows'] ?? 0);
      } catch (error) {
        if (!(error instanceof CodesetError)) throw error;
        expect(error.message).toMatch(/^t\.xlsx/);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(25);
  });
});
