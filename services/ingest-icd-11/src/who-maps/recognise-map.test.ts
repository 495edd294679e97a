// Which of the tables a file is, told by its columns, whatever its name; and what is left aside, with the reason.
import { describe, expect, it } from 'vitest';
import { sampleText, sourceFile } from '../source-file-in-memory.ts';
import { fieldsOf, workbookOf } from '../workbook-in-memory.ts';
import { back, multiple, one, sampleWorkbook } from './map-in-memory.ts';

const all = [one, multiple, back];

describe('a table', () => {
  it('is known by its own service, whatever it is called', async () => {
    for (const { service, text } of all) {
      const { role, remark } = await service.recognise(sourceFile('a.csv', text));
      expect(role).toBe(service.definition.id);
      expect(remark).toMatch(/^WHO's 1[01]To1[01]MapTo/);
    }
  });

  it('is left aside by the other two, with the name of the map that it is', async () => {
    for (const { service } of all)
      for (const other of all.filter((candidate) => candidate.service !== service)) {
        const { role, remark } = await service.recognise(sourceFile('a.txt', other.text));
        expect(role).toBeNull();
        expect(remark).toContain(`which is the map ${other.service.definition.id}`);
      }
  });

  it('is known as a workbook too, with a role of its own, and left aside by the other two', async () => {
    for (const { service } of all)
      for (const other of all) {
        const own = other.service === service;
        const { role, remark } = await service.recognise(sourceFile('a.zip', sampleWorkbook(other.text)));
        expect(role).toBe(own ? `${service.definition.id}-workbook` : null);
        expect(remark).toMatch(
          own ? /^WHO's 1[01]To1[01]MapTo\w+, workbook$/ : `which is the map ${other.service.definition.id}`,
        );
      }
  });

  it('is asked for as text or as workbook', () => {
    expect(one.service.requiredRoles).toEqual([['who-icd-10-icd-11-one', 'who-icd-10-icd-11-one-workbook']]);
  });

  it('is refused as a workbook that is damaged, with its name', async () => {
    const damaged = Buffer.from(
      sampleWorkbook(one.text).toString('latin1').replace('<sheetData>', '<sheetDada>'),
      'latin1',
    );
    await expect(one.service.recognise(sourceFile('a.xlsx', damaged))).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringMatching(/^a\.xlsx/),
    });
  });

  it('is known without one of its columns, and with lines before its header, so that the parser can say so', async () => {
    const short = one.text.replace('\ticd10Title\t', '\tTitle\t');
    expect((await one.service.recognise(sourceFile('a.txt', short))).role).toBe('who-icd-10-icd-11-one');
    const late = `Some words\r\n${back.text}`;
    expect((await back.service.recognise(sourceFile('a.txt', late))).role).toBe('who-icd-11-icd-10-one');
  });
});

const readme =
  '\ufeffICD10Chapter\t\t\t\t\t:Chapter in which this entity is located\r\nICD10Code\t\t\t:Code\r\n';
const tabulation = await sampleText('2027-01', 'en');

it.each([
  [
    'a workbook of something else',
    workbookOf(fieldsOf(await sampleText('2027-01', 'en'))),
    'a workbook without the columns of a map between ICD-10 and ICD-11',
  ],
  ['the readme', readme, 'the readme that explains the columns'],
  ['the tabulation', tabulation, 'a tabulation of ICD-11, no map'],
  ['any text', 'Some words\r\n', 'a text that begins "Some words"'],
  ['nothing', '', 'empty'],
  ['a PDF', '%PDF-1.7', 'no text in UTF-8'],
  ['UTF-16', Buffer.from('\ufeff10ClassKind', 'utf16le'), 'no text in UTF-8'],
])('%s is left aside', async (_, content, words) => {
  for (const { service } of all) {
    const { role, remark } = await service.recognise(sourceFile('10To11MapToOneCategory.txt', content));
    expect(role).toBeNull();
    expect(remark).toContain(words);
  }
});
