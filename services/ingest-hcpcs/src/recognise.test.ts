// What files are, told by content: each form of the published ones, and what else an operator may name by mistake.
import { describe, expect, it } from 'vitest';
import { threeCodes } from './made-codes.ts';
import { madeMainText } from './made-main-text.ts';
import { madeMainWorkbook, madeWorkbook } from './made-workbook.ts';
import { recognise } from './recognise.ts';
import { sampleFiles, sourceFile } from './source-file-in-memory.ts';

async function roleOf(content: string | Buffer, name = 'file'): Promise<string | null> {
  return (await recognise(sourceFile(name, content))).role;
}

const transactions = (rows: string) => `HCPCS/Modifier CodeType of Change\r\n\r\n${rows}`;
const nocTitle: [number, (string | null)[]] = [1, [null, 'NOC CODES - HCPCS 2026']];

describe('recognise', () => {
  it.each([
    [
      '2026-01',
      [
        'corrections-text-v1',
        'corrections-text-v2',
        'main-text',
        'noc-list-text',
        'processing-notes',
        'record-layout',
      ],
    ],
    [
      '2026-04',
      [
        'main-text',
        'noc-list-text',
        'processing-notes',
        'transaction-report-by-action',
        'transaction-report-by-code',
      ],
    ],
  ] as const)('knows the files of the sample %s', async (version, roles) => {
    expect((await sampleFiles(version)).map(({ role }) => role).sort()).toEqual(roles);
  });

  it.each<[string, string | Buffer, string]>([
    ['the main file as text', madeMainText(threeCodes), 'main-text'],
    ['with eleven lines before it', 'Remark\r\n'.repeat(4) + madeMainText(threeCodes), 'main-text'],
    ['with damaged lines', `${madeMainText(threeCodes)}A0022xx\r\n`, 'main-text'],
    ['the main file as workbook', madeMainWorkbook(threeCodes, 8), 'main-workbook'],
    [
      'processing notes without their title',
      '  0001--ONE.  *\r\n  0002--TWO. *\r\n  0003--THREE. *\r\n',
      'processing-notes',
    ],
    ['a record layout', '  CMS RIF REPORT\r\n  ***  HCPCS Contractor Record - 2026\r\n', 'record-layout'],
    [
      'a list as printed',
      '      NOC CODES - HCPCS 2026\r\n\r\n  A0999  Unlisted   19870101\r\n',
      'noc-list-text',
    ],
    [
      'a list with tabs',
      '\t HCPCS\t   LONG DESCRIPTION\t\t   ADD DATE   TERM DATE\t\r\nA0999 x\r\n',
      'noc-list-text',
    ],
    [
      'a list as workbook',
      madeWorkbook({ A: [nocTitle, [4, ['HCPCS', 'LONG DESCRIPTION', 'ADD DATE', 'TERM DATE']]] }),
      'noc-list-workbook',
    ],
    ['corrections', '\t2026 HCPCS CORRECTIONS\t\t\r\nCODE\tACTION\tEFF DATE\r\n', 'corrections-text'],
    [
      'corrections as workbook',
      madeWorkbook({ A: [[4, ['CODE', 'ACTION', 'EFF DATE']]], B: [] }),
      'corrections-workbook',
    ],
    [
      'a report by code',
      transactions('A1   No Change\r\nFX   ADD\r\nA0021  No Change\r\n'),
      'transaction-report-by-code',
    ],
    [
      'a report by action',
      transactions('FX   ADD\r\nA0021  ADD\r\nA1  No Change\r\n'),
      'transaction-report-by-action',
    ],
    [
      'a report by action in which one change is written in another case',
      transactions('FX   ADD\r\nA0021  ADD\r\nA1  No Change\r\nA2  No change\r\nA3  No Change\r\n'),
      'transaction-report-by-action',
    ],
    [
      'a report as workbook of 2018',
      madeWorkbook({ A: [[1, ['HCPCS/Modifier Code', 'Type of Change']]] }),
      'transaction-report-workbook',
    ],
    [
      'a report as workbook of 2020',
      madeWorkbook({
        A: [
          [1, ['Note']],
          [10, ['HCPC/MOD', 'ACTION CD', 'SHORT DESCRIPTION', 'LONG DESCRIPTION']],
        ],
      }),
      'transaction-report-workbook',
    ],
  ])('knows %s', async (_, content, role) => {
    expect(await roleOf(content)).toBe(role);
  });

  it.each([
    ['zip!/V2_HCPC2018_Corrections_ANWEB.txt', 'corrections-text-v2'],
    ['Corrections v10.txt', 'corrections-text-v10'],
    ['hcpc2017_corrections_alpha.txt', 'corrections-text'],
    ['V1_folder/corrections.txt', 'corrections-text'],
  ])('takes the version of corrections from the name %s', async (name, role) => {
    expect(await roleOf('CODE\tACTION\tEFF DATE\r\n', name)).toBe(role);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['corrections as printed', '   2018 HCPCS CORRECTIONS\r\n\r\n  CODE   ACTION\r\n', /cut off/],
    ['a readme', '2026 ALPHA-NUMERIC\r\nHEALTH CARE PROCEDURE CODING SYSTEM (HCPCS)\r\n', /readme/],
    [
      'the readme of the corrections',
      'Update Information\r\n\r\n** The update was only to add\r\n',
      /readme/,
    ],
    ['an order file', '00001 A00     0 Cholera  \r\n00002 A000    1 Cholera \r\n', /ICD-10-CM/],
    ['a codes file', 'A000    Cholera due to Vibrio\r\nA001    Cholera\r\n', /ICD-10-CM/],
    ['ICD-11', 'Foundation URI\tLinearization URI\tCode\r\n', /ICD-11/],
    ['another workbook', madeWorkbook({ A: [[1, ['Hello']]] }), /none of the tables/],
    ['a damaged zip', 'PK\u0003\u0004damaged', /no workbook/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /old kind/],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['XML', '<?xml version="1.0"?>', /XML/],
    ['UTF-16', Buffer.from('\ufeffA0021', 'utf16le'), /UTF-16/],
    ['an empty file', '', /empty/],
    ['something else', 'Dear reader,', /begins "Dear reader,"/],
  ])('leaves %s aside and says what it is', async (_, content, remark) => {
    const recognised = await recognise(sourceFile('file', content));
    expect(recognised.role).toBeNull();
    expect(recognised.remark).toMatch(remark);
  });
});
