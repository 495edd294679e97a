// Whether a file is one of WHO's tables between ICD-10 and ICD-11, and which: told by its columns, not by its name.
import type { MapService, Recognition } from '@codeset/ingestion';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { isWorkbook, quoted } from '@codeset/source-files';
import { workbookTable } from '../workbook-table.ts';
import { textRole, workbookRole } from './map-files.ts';
import { tableOfHeader } from './map-header.ts';
import type { MapTable } from './map-tables.ts';

/** So much of a text is looked at; a header has some 200 bytes. */
const headBytes = 16_384;

/** Reads the header and says what the file is; throws CodesetError FILE_REFUSED for a workbook that can't be read. */
export function recogniserOf(table: MapTable): MapService['recognise'] {
  return async (file) => {
    const bytes = await file.read();
    if (bytes.length === 0) return ignored('empty');
    if (await isWorkbook(bytes))
      return await refusingSourceFiles(() => recogniseWorkbook(bytes, file.name, table));
    return recogniseText(bytes.toString('utf8', 0, headBytes), table);
  };
}

/** A sheet of this table is looked for before all others. */
async function recogniseWorkbook(bytes: Buffer, name: string, table: MapTable): Promise<Recognition> {
  const others: MapTable[] = [];
  const sheet = await workbookTable(bytes, name, (header) => {
    const found = tableOfHeader(header);
    if (found !== null && found.id !== table.id) others.push(found);
    return found?.id === table.id;
  });
  if (sheet !== null) return { role: workbookRole(table), remark: `WHO's ${table.published}, workbook` };
  const [other] = others;
  return other
    ? otherMap(other)
    : ignored('a workbook without the columns of a map between ICD-10 and ICD-11');
}

function recogniseText(head: string, table: MapTable): Recognition {
  if (/^PK|^%PDF|^[\ufffd\0]/.test(head)) return ignored('no text in UTF-8');
  // A header out of place is known too, so that the parser can say where it should be.
  const lines = head.replace(/^\ufeff/, '').split(/\r?\n/);
  const found = lines
    .map((line) => tableOfHeader(line.split('\t').map(unquoted)))
    .find((one) => one !== null);
  if (found === undefined) return ignored(remarkOn(lines[0] ?? ''));
  if (found.id === table.id) return { role: textRole(table), remark: `WHO's ${table.published}` };
  return otherMap(found);
}

function otherMap({ published, id }: MapTable): Recognition {
  return ignored(`WHO's ${published}, which is the map ${id}`);
}

function remarkOn(firstLine: string): string {
  if (/^ICD10Chapter\t+\s*:/.test(firstLine)) return 'the readme that explains the columns';
  if (/^"?Foundation URI"?\t/.test(firstLine)) return 'a tabulation of ICD-11, no map';
  return `a text that begins ${quoted(firstLine.trim().slice(0, 40))}`;
}

function unquoted(field: string): string {
  return field.replace(/^"(.*)"$/, '$1');
}

function ignored(remark: string): Recognition {
  return { role: null, remark };
}
