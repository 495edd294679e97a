// Whether a file is a conversion table: told by the headings of its columns, not by its name.
import type { Recognition } from '@codeset/ingestion';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { isWorkbook, type SourceFile } from '@codeset/source-files';
import { conversionTables } from './table-rows.ts';

/** The one role that a file of the map can have. */
export const conversionTableRole = 'conversion-table';

/** So much of a text is looked at; the header stands below a few lines of prose. */
const headBytes = 65_536;

/** Reads the file and says what it is; throws CodesetError FILE_REFUSED when it can't be read. */
export async function recogniseConversionTable(file: SourceFile): Promise<Recognition> {
  return await refusingSourceFiles(async () => {
    const bytes = await file.read();
    const isTable = (await isWorkbook(bytes))
      ? (await conversionTables(bytes, file.name)).length > 0
      : hasHeader(bytes.toString('latin1', 0, headBytes));
    if (isTable) return { role: conversionTableRole, remark: 'conversion table of ICD-10-CM' };
    return { role: null, remark: 'without the headings of a conversion table' };
  });
}

function hasHeader(head: string): boolean {
  return head
    .split('\n')
    .some((line) => line.includes(',') && /\bcurrent code\b/i.test(line) && /\bprevious code/i.test(line));
}
