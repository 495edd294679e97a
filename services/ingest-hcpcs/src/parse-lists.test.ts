// Processing notes, lists, corrections, reports and record layout: what is read, and what is refused with its place.
import { CodesetError } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { madeWorkbook } from './made-workbook.ts';
import { parseCorrectionsText, parseCorrectionsWorkbook } from './parse-corrections.ts';
import { parseNocText } from './parse-noc-text.ts';
import { parseNocWorkbook } from './parse-noc-workbook.ts';
import { parseProcessingNotes } from './parse-processing-notes.ts';
import { parseRecordLayout } from './parse-record-layout.ts';
import { parseTransactionText } from './parse-transaction-text.ts';
import { parseTransactionWorkbook } from './parse-transaction-workbook.ts';
import { sampleFiles } from './source-file-in-memory.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

async function refusal(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof CodesetError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('parseProcessingNotes', () => {
  it('joins the lines of a note, without asterisks and tabs', () => {
    const text =
      '      PROCESSING NOTES\r\n ____\r\n\r\n     0001--ONE  LINE     *\r\n      AND MORE.   *\r\n      *\r\n\t  0002--TWO.\t\t   *\t\r\n\t(2.1).\r\n \r\n';
    expect(parseProcessingNotes(bytes(text), 'notes.txt')).toEqual([
      { place: 'notes.txt:4', number: '0001', text: 'ONE LINE AND MORE.' },
      { place: 'notes.txt:7', number: '0002', text: 'TWO. (2.1).' },
    ]);
  });

  it.each([
    ['a number that stands twice', '0001--ONE.\r\n0001--ONE.', 'notes.txt:2: found "0001"'],
    ['a damaged number', '0001--ONE.\r\n0O02--TWO.', 'notes.txt:2: found "0O02--TWO."'],
    ['a text before the first number', 'SOME TEXT\r\n0001--ONE.', 'notes.txt:1: found "SOME TEXT"'],
    ['a file without notes', 'PROCESSING NOTES', 'notes.txt:1: found ""'],
  ])('refuses %s', async (_, text, message) => {
    expect(await refusal(() => parseProcessingNotes(bytes(text), 'notes.txt'))).toContain(message);
  });
});

describe('the not-otherwise-classified list', () => {
  it('is read from both forms of the text', () => {
    const printed =
      '    NOC CODES - HCPCS 2026\r\n\r\n  HCPCS  LONG DESCRIPTION    ADD DATE  TERM DATE\r\n\r\n  A0999  Unlisted, not of 19870101\r\n';
    expect(parseNocText(bytes(printed), 'noc.prn')).toEqual({
      file: 'noc.prn',
      year: 2026,
      yearPlace: 'noc.prn:1',
      codes: [
        { place: 'noc.prn:5', code: 'A0999', description: null, dateAdded: '19870101', terminationDate: '' },
      ],
    });
    const tabs =
      '\tHCPCS\t LONG DESCRIPTION\t\t ADD DATE   TERM DATE\t\r\nC9461      Choline     20160401     20161231\r\nC9461      more\r\n\u001a';
    expect(parseNocText(bytes(tabs), 'noc.txt').codes).toEqual([
      {
        place: 'noc.txt:2',
        code: 'C9461',
        description: null,
        dateAdded: '20160401',
        terminationDate: '20161231',
      },
    ]);
  });

  it('is read from the workbook, where a text may spill into a second row', async () => {
    const workbook = madeWorkbook({
      A: [
        [1, [null, 'NOC CODES - HCPCS 2026']],
        [4, ['HCPCS', 'LONG DESCRIPTION', 'ADD DATE', 'TERM DATE']],
        [6, ['J1566', 'Injection, not', 20060101]],
        [7, ['J1566', 'otherwise specified']],
      ],
    });
    const { year, yearPlace, codes } = await parseNocWorkbook(workbook, 'noc.xlsx');
    expect({ year, yearPlace }).toEqual({ year: 2026, yearPlace: 'noc.xlsx!A!row 1' });
    expect(codes).toMatchObject([
      { code: 'J1566', description: 'Injection, not otherwise specified', dateAdded: '20060101' },
    ]);
  });

  it('is refused where a line has no code', async () => {
    expect(await refusal(() => parseNocText(bytes('A0999 x\r\nUnlisted\r\n'), 'noc.txt'))).toContain(
      'noc.txt:2: found "Unlisted"',
    );
    const workbook = madeWorkbook({
      A: [
        [4, ['HCPCS', 'LONG DESCRIPTION', 'ADD DATE', 'TERM DATE']],
        [5, ['x', 'y']],
      ],
    });
    expect(await refusal(() => parseNocWorkbook(workbook, 'noc.xlsx'))).toContain(
      'noc.xlsx!A!row 5: found "x"',
    );
  });
});

describe('corrections', () => {
  const text =
    '\t2026 HCPCS CORRECTIONS\t\t\r\n\t\t\r\nCODE\tACTION\tEFF DATE\tLONG DESC\tTOS \tPRICE\r\nC1842\tADD \t01/01/2026\t"Retinal, \nadd-on"\t"9,F"\t53\r\nG9890\tDELETE\t\t\t\t\r\n\t\t\r\n';
  const workbook = madeWorkbook({
    A: [
      [1, [null, '2026 HCPCS CORRECTIONS']],
      [4, ['CODE', 'ACTION', 'EFF DATE', 'LONG DESC', 'TOS ', 'PRICE']],
      [5, ['C1842', 'ADD ', '2026-01-01', 'Retinal,  add-on', '9,F', 53]],
      [6, ['G9890', 'DELETE']],
    ],
  });

  it('are the same from text and from workbook', async () => {
    const read = parseCorrectionsText(bytes(text), 'c.txt');
    expect(read).toMatchObject({ year: 2026, yearPlace: 'c.txt:1' });
    expect(read.rows.map(({ changes, ...row }) => ({ ...row, changes: [...changes] }))).toEqual([
      {
        place: 'c.txt:4',
        code: 'C1842',
        action: 'ADD',
        effectiveDate: '2026-01-01',
        changes: [
          ['LONG DESC', 'Retinal, add-on'],
          ['TOS', '9,F'],
          ['PRICE', '53'],
        ],
      },
      { place: 'c.txt:6', code: 'G9890', action: 'DELETE', effectiveDate: '', changes: [] },
    ]);
    const other = await parseCorrectionsWorkbook(workbook, 'c.xlsx');
    const bare = (rows: typeof read.rows) => rows.map(({ place: _, ...row }) => row);
    expect(bare(other.rows)).toEqual(bare(read.rows));
    expect(other.yearPlace).toBe('c.xlsx!A!row 1');
  });

  it('are refused where a row has no code, and without headings', async () => {
    const broken = bytes('CODE\tACTION\r\nC184\tADD\r\n');
    expect(await refusal(() => parseCorrectionsText(broken, 'c.txt'))).toContain('c.txt:2: found "C184 ADD"');
    expect(await refusal(() => parseCorrectionsText(bytes('x\ty\r\n'), 'c.txt'))).toContain(
      'expected the headings',
    );
  });
});

describe('transaction reports', () => {
  it('are read from text, with codes at either side of their column', () => {
    const text =
      'HCPCS/Modifier Code Type of Change\r\n\r\n   FX               ADD\r\nFY                 Misc Change (TOS, BETOS)\r\n';
    expect(parseTransactionText(bytes(text), 't.prn').map(({ code, change }) => [code, change])).toEqual([
      ['FX', 'ADD'],
      ['FY', 'Misc Change (TOS, BETOS)'],
    ]);
  });

  it('are read from all sheets of a workbook but the key', async () => {
    const headings = ['HCPC', 'ACTION CD', 'SHORT DESCRIPTION', 'LONG DESCRIPTION'];
    const workbook = madeWorkbook({
      A: [
        [11, headings],
        [12, ['   A1', 'ADD', 'Short', 'Long']],
      ],
      B: [
        [11, headings],
        [12, ['A0021', 'No Change', 'S', 'L']],
      ],
      Key: [
        [1, ['Action Codes']],
        [2, ['A', 'Add']],
      ],
    });
    expect(
      (await parseTransactionWorkbook(workbook, 't.xlsx')).map(({ place, code }) => [place, code]),
    ).toEqual([
      ['t.xlsx!A!row 12', 'A1'],
      ['t.xlsx!B!row 12', 'A0021'],
    ]);
  });

  it('are refused where a line has no code or no change', async () => {
    const lines = 'HCPCS Type of Change\r\nA0021\r\n';
    expect(await refusal(() => parseTransactionText(bytes(lines), 't.prn'))).toContain(
      't.prn:2: found "A0021"',
    );
  });
});

describe('parseRecordLayout', () => {
  it('reads the year, the columns of fields and the tables of codes', async () => {
    const file = (await sampleFiles('2026-01')).find(({ role }) => role === 'record-layout')?.file;
    const layout = parseRecordLayout((await file?.read()) ?? Buffer.alloc(0), 'layout.txt');
    expect(layout).toMatchObject({ year: 2026, yearPlace: 'layout.txt:7' });
    expect(layout.fields).toHaveLength(26);
    expect(layout.tables.get('120')?.get('00')?.meaning).toMatch(
      /^Service not separately priced .* etc\.\)$/,
    );
    expect(layout.tables.get('BETOS_TB')?.size).toBe(106);
    expect(layout.tables.get('241')?.size).toBe(98);
  });
});
