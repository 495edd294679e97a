// The sheet of a workbook that is one of the tables, told by its header.
import { SourceFileError } from '@codeset/source-files';
import type { Table } from '../table.ts';
import { workbookTable } from '../workbook-table.ts';
import { tableOfHeader } from './map-header.ts';
import type { MapTable } from './map-tables.ts';

/** The sheet as a table; throws SourceFileError where the workbook has none, and for a damaged or hostile one. */
export async function mapSheet(bytes: Buffer, file: string, { id, published }: MapTable): Promise<Table> {
  const sheet = await workbookTable(bytes, file, (header) => tableOfHeader(header)?.id === id);
  if (sheet !== null) return sheet;
  throw new SourceFileError({
    file,
    found: `no sheet whose first row is the header of ${published}`,
    expected: 'its columns, as the text of the same name has them',
    advice: 'Take the file as the publisher released it.',
  });
}
