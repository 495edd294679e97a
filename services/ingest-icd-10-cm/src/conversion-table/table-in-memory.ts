// For the tests: a conversion table whose rows stand in the test.
import type { NormalizedMap } from '@codeset/terminology';
import type { RecognisedFile } from '@codeset/ingestion';
import { sourceFile } from '../source-file-in-memory.ts';
import { icd10cmConversion } from './conversion-service.ts';

/** The header as in 2020, without the prose above it. */
export const tableHeader = 'Current code assignment,Effective October 1,Previous Code(s) Assignment';

const head = ['"The FY 2020 table,\nof two lines",,', tableHeader];

/** A table as text, `table.csv`, under the role that it is recognised as. */
export async function tableFile(lines: readonly string[]): Promise<RecognisedFile> {
  const file = sourceFile('table.csv', lines.join('\r\n'));
  const { role, remark } = await icd10cmConversion.recognise(file);
  return { file, role: role ?? 'none', remark };
}

/** What a release of those rows comes to; its first row stands on line 4 where `above` is not given. */
export async function normalizeRows(
  rows: readonly string[],
  version = '2020',
  above: readonly string[] = head,
): Promise<{ readonly files: readonly RecognisedFile[]; readonly map: NormalizedMap }> {
  const files = [await tableFile([...above, ...rows])];
  const name = icd10cmConversion.releaseName(version);
  return { files, map: await icd10cmConversion.normalize(files, name, () => undefined) };
}
