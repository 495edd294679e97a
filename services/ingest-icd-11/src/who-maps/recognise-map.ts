// Whether a file is one of WHO's tables between ICD-10 and ICD-11, and which: told by its columns, not by its name.
import type { MapService, Recognition } from '@codeset/ingestion';
import { isWorkbook, quoted } from '@codeset/source-files';
import { findMapColumns, type MapColumn } from './map-columns.ts';
import { elevenToTenOne, type MapTable, tenToElevenMultiple, tenToElevenOne } from './map-tables.ts';

/** So much of a text is looked at; a header has some 200 bytes. */
const headBytes = 16_384;

/** A line with so many of the columns is a header; the readme names one a line. */
const columnsOfHeader = 4;

/** What tells that ICD-10 is the source; the table the other way has none of these. */
const onlyFromTen: readonly MapColumn[] = ['kind10', 'depth10', 'kind11', 'depth11', 'foundationUri'];

/** Reads the header and says what the file is; the other two tables and the workbooks are left aside, by their names. */
export function recogniserOf(table: MapTable): MapService['recognise'] {
  return async (file) => {
    const bytes = await file.read();
    if (bytes.length === 0) return ignored('empty');
    if (await isWorkbook(bytes))
      return ignored('a workbook; the tab-separated text of the same table is read');
    return recogniseText(bytes.toString('utf8', 0, headBytes), table);
  };
}

function recogniseText(head: string, table: MapTable): Recognition {
  if (/^PK|^%PDF|^[\ufffd\0]/.test(head)) return ignored('no text in UTF-8');
  // A header out of place is known too, so that the parser can say where it should be.
  const lines = head.replace(/^\ufeff/, '').split(/\r?\n/);
  const found = lines.map(tableOfHeader).find((one) => one !== null);
  if (found === undefined) return ignored(remarkOn(lines[0] ?? ''));
  if (found.id === table.id) return { role: table.id, remark: `WHO's ${table.published}` };
  return ignored(`WHO's ${found.published}, which is the map ${found.id}`);
}

/** Null for a line that is no header of one of the tables. */
function tableOfHeader(line: string): MapTable | null {
  const { at, depthsShareAName } = findMapColumns(line.split('\t').map(unquoted));
  const ofMap = at.code10 !== undefined || at.code11 !== undefined;
  if (!ofMap || Object.keys(at).length < columnsOfHeader) return null;
  if (onlyFromTen.every((name) => at[name] === undefined)) return elevenToTenOne;
  return depthsShareAName ? tenToElevenMultiple : tenToElevenOne;
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
