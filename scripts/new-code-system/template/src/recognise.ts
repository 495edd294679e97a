// What a file is, told by its content.
import type { Recognition } from '@codeset/ingestion';
import type { SourceFile } from '@codeset/source-files';
import { listColumns } from './parse-code-list.ts';

/** So much of a file is looked at. */
const headBytes = 4_096;

/** Reads the file and says what it is; what the load has no use for has no role. */
export async function recognise(file: SourceFile): Promise<Recognition> {
  const head = (await file.read()).toString('utf8', 0, headBytes).replace(/^\ufeff/, '');
  const [first = ''] = head.split(/\r?\n/);
  const isList = listColumns.every((column, at) => first.split('\t')[at] === column);
  return isList
    ? { role: 'code-list', remark: 'list of codes' }
    : { role: null, remark: `a file that begins ${JSON.stringify(first.slice(0, 40))}` };
}
