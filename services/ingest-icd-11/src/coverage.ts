// Which columns the files have, how many of their fields hold something, and whether the load keeps it.
import type { FileCoverage, RecognisedFile } from '@codeset/ingestion';
import { findColumns } from './columns.ts';
import { openTable, tabulationFiles } from './open-tabulation.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import type { Table } from './table.ts';

/** Counts every tabulation by a reading of its own, apart from the parser's. */
export async function coverage(files: readonly RecognisedFile[]): Promise<FileCoverage[]> {
  return await refusingSourceFiles(async () => {
    const reports: FileCoverage[] = [];
    for (const tabulation of tabulationFiles(files)) {
      const { file, role } = tabulation.given;
      reports.push({ file: file.name, role, lines: countFields(await openTable(tabulation)) });
    }
    return reports;
  });
}

/** One line a column, in the file's order; the header field that tells the edition is counted itself. */
function countFields({ header, rows }: Table): FileCoverage['lines'] {
  const { unknown, stamp } = findColumns(header.fields);
  const counts: number[] = header.fields.map((_, index) => (index === stamp ? 1 : 0));
  for (const { fields } of rows) {
    for (const [index, field] of fields.entries()) if (field !== '') counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count, index) => {
    const path = header.fields[index] ?? `(column ${index + 1}, without a name)`;
    return { path, count, captured: header.fields[index] !== undefined && !unknown.includes(index) };
  });
}
