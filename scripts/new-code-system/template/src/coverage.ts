// Every field that the files hold, counted, and whether a load keeps it.
import type { FileCoverage, RecognisedFile } from '@codeset/ingestion';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { decodeText, delimitedRecords } from '@codeset/source-files';
import { listColumns } from './parse-code-list.ts';

/** One entry a file. */
export async function coverage(files: readonly RecognisedFile[]): Promise<FileCoverage[]> {
  return await refusingSourceFiles(async () => {
    const covered: FileCoverage[] = [];
    for (const { file, role } of files) covered.push(coverageOf(await file.read(), file.name, role));
    return covered;
  });
}

function coverageOf(bytes: Buffer, file: string, role: string): FileCoverage {
  const counts = new Map<string, number>();
  const { text } = decodeText(bytes, file);
  const records = delimitedRecords(text, file, {
    delimiter: '\t',
    header: false,
    quotes: false,
    fieldCount: 'any',
  });
  for (const { fields } of records) {
    for (const at of fields.keys()) {
      const path = listColumns[at] ?? `field ${at + 1}`;
      counts.set(path, (counts.get(path) ?? 0) + 1);
    }
  }
  const captured = new Set<string>([...listColumns, 'field 5']);
  const lines = [...counts].sort().map(([path, count]) => ({ path, count, captured: captured.has(path) }));
  return { file, role, lines };
}
