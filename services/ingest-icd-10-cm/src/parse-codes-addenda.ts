// The addenda of the codes file: label, code, long title; billable codes only.
import type { TextLine } from '@codeset/source-files';
import type { Addenda } from './addenda.ts';
import type { LineProblems } from '@codeset/ingestion/refusals';
import { type AddendaFields, checkCode, parseAddendaLines } from './parse-addenda-lines.ts';

/** Code in columns 14-20, long title from 22. */
export function parseCodesAddenda(bytes: Buffer, file: string): Addenda {
  return parseAddendaLines(bytes, file, readFields);
}

function readFields(line: TextLine, problems: LineProblems): AddendaFields | null {
  const code = line.text.slice(13, 20).trimEnd().replaceAll('x', 'X');
  if (!checkCode(code, line, [14, 20], problems)) return null;
  const longTitle = line.text.slice(21).trimEnd();
  if (longTitle === '') {
    problems.add({ line: line.number, columns: [22, 22], found: '', expected: 'a long title' });
    return null;
  }
  return { headerFlag: '1', code, shortTitle: null, longTitle };
}
