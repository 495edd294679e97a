// For the tests: the sample tables of the three maps, changed as a test needs them.
import type { MapService, RecognisedFile } from '@codeset/ingestion';
import { CodesetError, type NormalizedMap } from '@codeset/terminology';
import { readFileSync } from 'node:fs';
import { sourceFile } from '../source-file-in-memory.ts';
import { type CellContent, fieldsOf, workbookOf } from '../workbook-in-memory.ts';
import { whoIcd10ToIcd11Multiple, whoIcd10ToIcd11One, whoIcd11ToIcd10One } from './map-services.ts';

const sample = (file: string) =>
  readFileSync(new URL(`../../fixtures/maps-2027-01/${file}`, import.meta.url), 'utf8');

/** The three services, each with the text of its sample table. */
export const one = { service: whoIcd10ToIcd11One, text: sample('10To11MapToOneCategory.txt') };
export const multiple = {
  service: whoIcd10ToIcd11Multiple,
  text: sample('10To11MapToMultipleCategories.txt'),
};
export const back = { service: whoIcd11ToIcd10One, text: sample('11To10MapToOneCategory.txt') };

/** The text with one line, from 1, changed as a list of fields; all of them for null. */
export function withLine(
  text: string,
  line: number | null,
  change: (fields: string[]) => readonly string[],
): string {
  return text
    .split('\r\n')
    .map((fields, at) =>
      fields !== '' && (line === null || line === at + 1) ? change(fields.split('\t')).join('\t') : fields,
    )
    .join('\r\n');
}

/** The text with a field, from 0, of one line replaced. */
export function withField(text: string, line: number, index: number, value: string): string {
  return withLine(text, line, (fields) => fields.with(index, value));
}

/** What a service makes of a text called `t.txt`, under the role of its table whatever it looks like. */
export async function normalizeText(
  service: MapService,
  content: string | Buffer,
  version = '2027-01',
): Promise<{ readonly files: readonly RecognisedFile[]; readonly map: NormalizedMap }> {
  const files = [{ file: sourceFile('t.txt', content), role: service.definition.id, remark: '' }];
  return { files, map: await service.normalize(files, service.releaseName(version), () => undefined) };
}

/** What a service makes of the text `t.txt` and the workbook `t.xlsx`, each where it is given, recognised as in a load. */
export async function normalizeForms(
  service: MapService,
  { text, workbook }: { readonly text?: string; readonly workbook?: Buffer },
): Promise<{ readonly files: readonly RecognisedFile[]; readonly map: NormalizedMap }> {
  const given = [
    ...(workbook === undefined ? [] : [sourceFile('t.xlsx', workbook)]),
    ...(text === undefined ? [] : [sourceFile('t.txt', text)]),
  ];
  const files: RecognisedFile[] = [];
  for (const file of given) {
    const { role, remark } = await service.recognise(file);
    if (role !== null) files.push({ file, role, remark });
  }
  return { files, map: await service.normalize(files, service.releaseName('2027-01'), () => undefined) };
}

/** The sample text as the workbook of the same table; the day is a date, as WHO's workbooks have it. */
export function sampleWorkbook(text: string): Buffer {
  const [header = [], ...rows] = fieldsOf(text);
  const day: CellContent = { type: 'd', xml: '<v>2027-01-19</v>' };
  return workbookOf([header.map((field) => (field === '2027-Jan-19' ? day : field)), ...rows]);
}

/** The message of the refusal; an accepted table, or any other error, fails the test. */
export async function refusal(
  service: MapService,
  content: string | Buffer,
  version?: string,
): Promise<string> {
  try {
    await normalizeText(service, content, version);
  } catch (error) {
    if (error instanceof CodesetError && error.code === 'FILE_REFUSED') return error.message;
    throw error;
  }
  throw new Error('the table was accepted');
}

/** A small generator with a seed. */
export function numbers(start: number): () => number {
  let state = (start * 282_475_249) % 2_147_483_647;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
