// The codes file: the billable codes alone, each with its long title.
import { decodedLines } from '@codeset/source-files';
import { isPlainCode } from './code-form.ts';
import { LineProblems } from '@codeset/ingestion/refusals';

/** One line of the codes file, in the publisher's words. */
export interface CodesFileLine {
  readonly line: number;
  /** Without a point, upper case. */
  readonly code: string;
  readonly longTitle: string;
}

/** The lines of a codes file: code in columns 1-7, long title from column 9. Throws CodesetError FILE_REFUSED. */
export function* parseCodesFile(bytes: Buffer, file: string): Generator<CodesFileLine> {
  const problems = new LineProblems(file);
  for (const { number, text } of decodedLines(bytes, file)) {
    if (text.trim() === '') continue;
    const code = text.slice(0, 7).trimEnd().replaceAll('x', 'X');
    const longTitle = text.slice(8).trimEnd();
    if (!isPlainCode(code)) {
      problems.add({
        line: number,
        columns: [1, 7],
        found: text.slice(0, 7),
        expected: 'a code without its point',
      });
    } else if (text[7] !== ' ') {
      problems.add({
        line: number,
        columns: [8, 8],
        found: text[7] ?? '',
        expected: 'a blank after the code',
      });
    } else if (longTitle === '') {
      problems.add({
        line: number,
        columns: [9, text.length + 1],
        found: longTitle,
        expected: 'a long title',
      });
    } else {
      yield { line: number, code, longTitle };
    }
  }
  problems.throwIfAny();
}
