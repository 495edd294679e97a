// The two forms in which WHO gives one and the same table, as roles of a load: text and workbook.
import type { RecognisedFile } from '@codeset/ingestion';
import type { MapTable } from './map-tables.ts';

/** The role of the tab-separated text. */
export function textRole({ id }: MapTable): string {
  return id;
}

/** The role of the workbook. */
export function workbookRole({ id }: MapTable): string {
  return `${id}-workbook`;
}

/** Those of the files that hold the table: the first is its source, the other is compared with it. */
export function mapFiles(files: readonly RecognisedFile[], table: MapTable): RecognisedFile[] {
  return [textRole(table), workbookRole(table)].flatMap(
    (role) => files.find((file) => file.role === role) ?? [],
  );
}
