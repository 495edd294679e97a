// The main file as a workbook: the same as the text, whatever its cells are, and what is refused with its cell.
import { CodesetError } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { madeCode, threeCodes } from './made-codes.ts';
import { madeMainText } from './made-main-text.ts';
import { type MadeCell, madeMainWorkbook, madeWorkbook, mainRows } from './made-workbook.ts';
import type { MainFile, MainRecord } from './main-record.ts';
import { mainHeadings, parseMainWorkbook } from './parse-main-workbook.ts';
import { parseMainText } from './parse-main-text.ts';

const column = (heading: string) => mainHeadings.indexOf(heading);

async function parse(bytes: Buffer): Promise<MainFile> {
  return await parseMainWorkbook(bytes, 'main.xlsx');
}

/** The three codes with one cell changed; row 3 is A0021. */
function withCell(heading: string, cell: MadeCell, row = 3): Buffer {
  const rows = mainRows(threeCodes).map(([number, cells]): [number, readonly MadeCell[]] => [
    number,
    number === row ? cells.with(column(heading), cell) : cells,
  ]);
  return madeWorkbook({ A: rows });
}

async function refusal(bytes: Buffer): Promise<string> {
  const error = await parse(bytes).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CodesetError);
  return error instanceof CodesetError ? error.message : '';
}

describe('parseMainWorkbook', () => {
  it('gives what the text gives', async () => {
    const fromText = parseMainText(Buffer.from(madeMainText(threeCodes)), 'main.txt');
    const fromWorkbook = await parse(madeMainWorkbook(threeCodes));
    expect(fromWorkbook.records.map(bare)).toEqual(fromText.records.map(bare));
  });

  it.each([1, 8, 11])('finds the header on row %i and keeps what stands above', async (headerRow) => {
    const above: [number, MadeCell[]][] =
      headerRow === 1
        ? []
        : [
            [1, ['***Disclaimers']],
            [3, ['*One']],
            [4, ['  more']],
          ];
    const { records, preamble } = await parse(
      madeWorkbook({ A: [...above, ...mainRows(threeCodes, headerRow)] }),
    );
    expect(records).toHaveLength(3);
    expect(preamble).toEqual(headerRow === 1 ? [] : ['Disclaimers', 'One more']);
  });

  it('gives numbers their leading zeros back', async () => {
    const numbers = madeCode('A0021', 'Numbers', {
      pricingIndicator: '00',
      labCertification: '010',
      processingNote: '0099',
    });
    const rows = mainRows([numbers]).map(([number, cells]): [number, readonly MadeCell[]] => [
      number,
      number === 1
        ? cells
        : cells
            .with(column('PRICE1'), 0)
            .with(column('LABCERT1'), 10)
            .with(column('PROCNOTE'), 99)
            .with(column('SEQNUM'), 10)
            .with(column('RECID'), 3)
            .with(column('ADD DT'), 20200101)
            .with(column('ANEST_BU'), 0),
    ]);
    const [record] = (await parse(madeWorkbook({ A: rows }))).records;
    const [expected] = parseMainText(Buffer.from(madeMainText([numbers])), 'main.txt').records;
    expect(record && bare(record)).toEqual(expected && bare(expected));
  });

  it('joins a description that spills into a second row, and passes over empty rows', async () => {
    const spilled: MadeCell[] = mainHeadings.map(() => null);
    const rows = mainRows([madeCode('G0503', 'One half')]);
    rows.push(
      [3, spilled.with(0, 'G0503').with(1, '0020').with(2, '4').with(3, 'the other')],
      [9, ['', '', '']],
    );
    const { records } = await parse(madeWorkbook({ A: rows }));
    expect(records.map(({ longDescription }) => longDescription)).toEqual(['One half the other']);
  });

  it('points out columns and sheets that it does not read', async () => {
    const rows = mainRows(threeCodes).map(([number, cells]): [number, readonly MadeCell[]] => [
      number,
      [...cells, number === 1 ? 'NEW COLUMN' : 'x'],
    ]);
    const { uncaptured } = await parse(madeWorkbook({ A: rows, Notes: [[1, ['Read me']]] }));
    expect([...uncaptured]).toEqual([
      ['sheet Notes', 1],
      ['NEW COLUMN', 3],
    ]);
  });
});

describe('parseMainWorkbook refuses, with the cell', () => {
  it.each<[string, string, MadeCell, string]>([
    ['a code that is none', 'HCPC', '99213', 'main.xlsx!A!A3: found "99213"'],
    ['a sequence number that is none', 'SEQNUM', '0011', 'main.xlsx!A!B3: found "0011"'],
    ['an unknown record id', 'RECID', '9', 'main.xlsx!A!C3: found "9"'],
    ['a missing description', 'LONG DESCRIPTION', null, 'main.xlsx!A!D3: found ""'],
    ['a date that is none', 'ADD DT', 20200231, 'main.xlsx!A!AS3: found "20200231"'],
    ['a value too long for its field', 'COV', 'CD', 'main.xlsx!A!AE3: found "CD"'],
    ['a code that stands twice', 'HCPC', 'G0480', 'main.xlsx!A!A4: found "G0480"'],
  ])('%s', async (_, heading, cell, message) => {
    expect(await refusal(withCell(heading, cell))).toContain(message);
  });

  it('a header without a column, or with one twice', async () => {
    expect(await refusal(withCell('BETOS', 'BETOSX', 1))).toContain('expected the column BETOS');
    expect(await refusal(withCell('BETOS', 'TOS1', 1))).toMatch(/found "TOS1", expected each column once/);
  });

  it('a workbook without a code, or without the table', async () => {
    expect(await refusal(madeMainWorkbook([]))).toContain('expected at least one row with a code');
    expect(await refusal(madeWorkbook({ A: [[1, ['Hello']]] }))).toContain('main.xlsx: found "no header"');
  });
});

function bare({ place: _, ...record }: MainRecord) {
  return record;
}
