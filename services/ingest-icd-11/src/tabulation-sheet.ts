// The sheet of a workbook that is a simple tabulation, told by its header.
import { SourceFileError } from '@codeset/source-files';
import { countColumns, findColumns } from './columns.ts';
import type { Table } from './table.ts';
import { workbookTable } from './workbook-table.ts';

/** So many of the tabulation's columns make a header. */
const columnsOfHeader = 5;

/** True for a row of fields that is the header of a tabulation. */
export function isTabulationHeader(fields: readonly string[]): boolean {
  return countColumns(findColumns(fields)) >= columnsOfHeader;
}

/** The sheet as a table; throws SourceFileError where the workbook has none, and for a damaged or hostile one. */
export async function tabulationSheet(bytes: Buffer, file: string): Promise<Table> {
  const table = await workbookTable(bytes, file, isTabulationHeader);
  if (table !== null) return table;
  throw new SourceFileError({
    file,
    found: 'no sheet whose first row is the header of a tabulation',
    expected: 'the columns Foundation URI, Linearization URI, Code, BlockId, Title …',
    advice: 'Take the file as the publisher released it.',
  });
}
