// What a file is, told by its columns, whatever its name; and what is left aside, with the reason.
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise.ts';
import { sampleText, sourceFile } from './source-file-in-memory.ts';
import { fieldsOf, workbookOf } from './workbook-in-memory.ts';

const english = await sampleText('2027-01', 'en');
const spanish = await sampleText('2027-01', 'es');

async function roleOf(name: string, content: string | Buffer): Promise<string | null> {
  return (await recognise(sourceFile(name, content))).role;
}

describe('recognise', () => {
  it('knows the English tabulation as text and as workbook, whatever it is called', async () => {
    expect(await roleOf('a.csv', english)).toBe('tabulation-text');
    expect(await roleOf('b.bin', workbookOf(fieldsOf(english)))).toBe('tabulation-workbook');
    expect(await roleOf('without-mark-en.txt', english.slice(1))).toBe('tabulation-text');
    expect(await roleOf('files-to-go-to-no/tabulation.txt', english)).toBe('tabulation-text');
  });

  it('knows a text whose header is gone or out of place, so that the parser can say so', async () => {
    const [header = '', ...rows] = english.split('\r\n');
    expect(await roleOf('a.txt', rows.join('\r\n'))).toBe('tabulation-text');
    expect(await roleOf('a.txt', [rows[0], header, ...rows.slice(1)].join('\r\n'))).toBe('tabulation-text');
  });

  it('knows a translation by TitleEN, its language by the name', async () => {
    expect(await roleOf('x-es.zip!/tab.txt', spanish)).toBe('translation-text:es');
    expect(await roleOf('x-fr.xlsx', workbookOf(fieldsOf(spanish)))).toBe('translation-workbook:fr');
  });

  it.each([
    ['tabulation.txt', spanish, 'tells no language'],
    ['tabulation-en.txt', spanish, 'the language is en'],
    ['tabulation-es.txt', english, 'no column TitleEN'],
  ])('refuses %s whose columns and name do not fit, with advice', async (name, content, words) => {
    await expect(recognise(sourceFile(name, content))).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining(`${name}:1: found`),
    });
    await expect(recognise(sourceFile(name, content))).rejects.toThrow(words);
  });

  it.each([
    ['readme.txt', '\ufeffFoundation URI\t\t\t\t\t:Unique identifier\r\n', 'readme'],
    ['map.txt', '10ClassKind\t10DepthInKind\ticd10Code\r\n', 'a mapping between ICD-10 and ICD-11'],
    ['notes.txt', 'Some words\r\n', 'a text that begins'],
    ['empty.txt', '', 'empty'],
    ['a.pdf', '%PDF-1.7', 'a PDF'],
    ['a.docx', 'PK\u0003\u0004', 'no workbook'],
    ['utf16.txt', Buffer.from('\ufeffFoundation URI', 'utf16le'), 'no text in UTF-8'],
    ['order.xlsx', workbookOf([['HCPC', 'SEQNUM']]), 'a workbook without the columns'],
    ['none.xlsx', workbookOf([]), 'a workbook without the columns'],
  ])('leaves %s aside', async (name, content, remark) => {
    const recognition = await recognise(sourceFile(name, content));
    expect(recognition.role).toBeNull();
    expect(recognition.remark).toContain(remark);
  });
});
