// What files are, told by content: each form of the published ones, and what else an operator may name by mistake.
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise.ts';
import { sampleFiles, sourceFile } from './source-file-in-memory.ts';

async function roleOf(content: string | Buffer, name = 'file.txt'): Promise<string | null> {
  return (await recognise(sourceFile(name, content))).role;
}

const index = (inside: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\r\n<ICD10CM.index>${inside}</ICD10CM.index>`;

describe('recognise', () => {
  it.each(['2026', '2027'] as const)('knows the ten files of the sample %s', async (version) => {
    const roles = (await sampleFiles(version)).map(({ role }) => role).sort();
    expect(roles).toEqual([
      'codes-addenda',
      'codes-file',
      'drug-table',
      'external-cause-index',
      'index-to-diseases',
      'neoplasm-table',
      'order-addenda',
      'order-file',
      'poa-exempt-list',
      'tabular-list',
    ]);
  });

  it.each([
    [
      'addenda with their footer alone',
      '\r\nHeaders\r\n  3 headers in a.txt\r\n\r\nCodes\r\n',
      'order-addenda',
    ],
    ['codes addenda with their footer alone', '\r\nCodes\r\n  3 codes in a.txt\r\n', 'codes-addenda'],
    ['the differences of 2014', 'O L705    Acne\r\nN L705    Acne\r\nD M4717   Other\r\n', 'diff-2014'],
    ['an order file with damaged lines', '00001 A00     0 Cholera\r\n00002 A000    x Chol\r\n', 'order-file'],
    ['a codes file', 'A000    Cholera due to Vibrio\r\nT81320A Disruption\r\n', 'codes-file'],
    [
      'the readme of the POA-exempt list',
      'Description of Present On Admission (POA) files\r\n',
      'poa-exempt-readme',
    ],
    [
      'a tabular list with a byte order mark',
      '\ufeff<?xml version="1.0"?>\n<ICD10CM.tabular>',
      'tabular-list',
    ],
    [
      'a tabular list behind a DTD, for the parser to refuse',
      '<!DOCTYPE ICD10CM.tabular [<!ENTITY a "b">]>\n<ICD10CM.tabular>',
      'tabular-list',
    ],
  ])('knows %s', async (_, content, role) => {
    expect(await roleOf(content)).toBe(role);
  });

  it.each([
    [
      'by its title',
      '<title>ICD-10-CM EXTERNAL CAUSE of INJURIES INDEX</title><letter>',
      'external-cause-index',
    ],
    ['by its title', '<title>ICD-10-CM INDEX TO DISEASES and INJURIES</title><letter>', 'index-to-diseases'],
    [
      'by its headings',
      '<indexHeading><head col="2">Malignant Primary</head></indexHeading><letter>',
      'neoplasm-table',
    ],
    ['by its headings', '<indexHeading><head col="1">Substance</head></indexHeading><letter>', 'drug-table'],
    ['by its codes', '<letter><mainTerm><code>W19</code></mainTerm></letter>', 'external-cause-index'],
    ['by its codes', '<letter><mainTerm><code>I10</code></mainTerm></letter>', 'index-to-diseases'],
    ['by its cells', '<letter><mainTerm><cell col="2">T42.4X1</cell></mainTerm></letter>', 'drug-table'],
    ['by its cells', '<letter><mainTerm><cell col="2">C80.1</cell></mainTerm></letter>', 'neoplasm-table'],
  ])('knows an index %s', async (_, inside, role) => {
    expect(await roleOf(index(inside), 'any.txt')).toBe(role);
  });

  it.each([
    ['a PDF', '%PDF-1.7', /PDF/],
    ['a workbook', 'PK\u0003\u0004', /workbook/],
    ['an XML schema', '<xsd:schema xmlns:xsd="x">', /schema/],
    ['XML addenda', '<ICD10CM.tabular isAddenda="true">', /addenda of the tabular list/],
    ['addenda of an index', '<ICD10CM.index isAddenda="true">', /addenda of an index/],
    ['HCPCS', 'A0021001003Ambulance service\r\n', /HCPCS/],
    ['ICD-10-PCS', '00001 001     0 Central Nervous System and Cranial Nerves, Bypass\r\n', /ICD-10-PCS/],
    ['ICD-11', '"Foundation URI"\t"Linearization URI"\tCode\r\n', /ICD-11/],
    ['a mapping', 'A000    0010    00000\r\nA001    0011    00000\r\n', /Equivalence/],
    ['a deletion list', 'POAexemptCode\tDescription\r\nQ23.8\tOther\r\n', /deletions/],
    ['a revision list', 'Order25\tAction\tPOAexemptCode\tDescription\r\n', /revisions/],
    ['UTF-16', Buffer.from('\ufeff00001 A00', 'utf16le'), /UTF-16/],
    ['an empty file', '', /empty/],
    ['something else', 'Dear reader,', /begins "Dear reader,"/],
  ])('leaves %s aside and says what it is', async (_, content, remark) => {
    const recognised = await recognise(sourceFile('file', content));
    expect(recognised.role).toBeNull();
    expect(recognised.remark).toMatch(remark);
  });

  it('tells a list of additions from the whole POA-exempt list', async () => {
    const content = 'Order25\tPOAexemptCode\tDescription\r\n29387\tQ23.81\tBicuspid aortic valve\r\n';
    expect(await roleOf(content, 'zip!/POAexemptAddCodesFY25.txt')).toBeNull();
    expect(await roleOf(content, 'zip!/POAexemptCodesFY25.txt')).toBe('poa-exempt-list');
  });
});
