// The addenda of the order file: label, flag, code, short title, long title.
import type { TextLine } from '@codeset/source-files';
import type { Addenda } from './addenda.ts';
import type { LineProblems } from '@codeset/ingestion/refusals';
import { type AddendaFields, checkCode, parseAddendaLines } from './parse-addenda-lines.ts';

/** Flag in column 14, code in 16-22, short title in 24-83, long title from 85. */
export function parseOrderAddenda(bytes: Buffer, file: string): Addenda {
  return parseAddendaLines(bytes, file, readFields);
}

function readFields(line: TextLine, problems: LineProblems): AddendaFields | null {
  const { text } = line;
  const headerFlag = text[13];
  if (headerFlag !== '0' && headerFlag !== '1') {
    const found = headerFlag ?? '';
    problems.add({
      line: line.number,
      columns: [14, 14],
      found,
      expected: 'the flag 1 (billable) or 0 (header)',
    });
    return null;
  }
  const code = text.slice(15, 22).trimEnd().replaceAll('x', 'X');
  if (!checkCode(code, line, [16, 22], problems)) return null;
  const longTitle = text.slice(84).trimEnd();
  if (longTitle === '') {
    problems.add({ line: line.number, columns: [85, 85], found: '', expected: 'a long title' });
    return null;
  }
  return { headerFlag, code, shortTitle: text.slice(23, 83).trimEnd(), longTitle };
}
