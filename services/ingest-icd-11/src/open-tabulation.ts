// A recognised file → its tabulation, with its header read.
import type { RecognisedFile } from '@codeset/ingestion';
import { parseTabulation, type Tabulation } from './parse-tabulation.ts';
import { byPrecedence, parseRoleName, type TabulationRole } from './roles.ts';
import type { Table } from './table.ts';
import { tabulationSheet } from './tabulation-sheet.ts';
import { textTable } from './text-table.ts';

/** A file that holds a tabulation. */
export interface TabulationFile {
  readonly given: RecognisedFile;
  readonly role: TabulationRole;
}

/** The tabulations among the files, the one that is the source of all but translated titles first. */
export function tabulationFiles(files: readonly RecognisedFile[]): TabulationFile[] {
  return files
    .flatMap((given) => {
      const role = parseRoleName(given.role);
      return role === null ? [] : [{ given, role }];
    })
    .sort((a, b) => byPrecedence(a.role, b.role));
}

/** The file as a table; throws SourceFileError where it is none. */
export async function openTable({ given: { file }, role }: TabulationFile): Promise<Table> {
  const bytes = await file.read();
  return role.form === 'text' ? textTable(bytes, file.name) : await tabulationSheet(bytes, file.name);
}

/** Reads its header; throws SourceFileError where it is not that of a tabulation. */
export async function openTabulation(tabulation: TabulationFile): Promise<Tabulation> {
  return parseTabulation(await openTable(tabulation), tabulation.role.language !== null);
}
