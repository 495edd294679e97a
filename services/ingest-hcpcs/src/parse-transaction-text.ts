// A transaction report as it is printed: a header, then a code and words on each line.
import { decodedLines } from '@codeset/source-files';
import { foldText } from './fold-text.ts';
import { linePlace } from './source-places.ts';
import { SourceProblems } from './source-problems.ts';
import { type Transaction, transactionCodeForm } from './transaction-report.ts';

/** Throws CodesetError FILE_REFUSED for lines without a code or without words. */
export function parseTransactionText(bytes: Buffer, file: string): Transaction[] {
  const problems = new SourceProblems(file);
  const rows: Transaction[] = [];
  for (const { number, text } of decodedLines(bytes, file, { fallback: 'windows-1252' })) {
    if (text.trim() === '' || /Type of Change/i.test(text)) continue;
    const [, code = '', change = ''] = /^\s*(\S+)\s+(\S.*)$/.exec(text) ?? [];
    const place = linePlace(file, number);
    if (!transactionCodeForm.test(code))
      problems.add({ place, found: text.trim(), expected: 'a code and its change' });
    else
      rows.push({
        place,
        line: number,
        code,
        change: foldText(change),
        shortDescription: null,
        longDescription: null,
      });
  }
  problems.throwIfAny();
  return rows;
}
