// A transaction report as a workbook: a sheet by action, a sheet by code, and a key of the action codes.
import { readWorkbook } from '@codeset/source-files';
import { foldText } from './fold-text.ts';
import { cellPlace } from './source-places.ts';
import { SourceProblems } from './source-problems.ts';
import { type Transaction, transactionCodeForm } from './transaction-report.ts';
import { cellText, findTables, type WorkbookTable } from './workbook-tables.ts';

/** `HCPCS/Modifier Code`, `Type of Change` up to 2018; `HCPC`, `ACTION CD` and the descriptions since. */
export function isTransactionHeadings([code = '', change = '', , ...more]: readonly string[]): boolean {
  const isCode = /^HCPCS?(?:\/MOD(?:IFIER CODE)?)?$/.test(code);
  return isCode && (change === 'TYPE OF CHANGE' || change === 'ACTION CD') && !more.includes('RECID');
}

/** The rows of all its sheets. Throws CodesetError FILE_REFUSED for rows without a code. */
export async function parseTransactionWorkbook(bytes: Buffer, file: string): Promise<Transaction[]> {
  const problems = new SourceProblems(file);
  const { tables } = await findTables(await readWorkbook(bytes, file), isTransactionHeadings);
  const rows = tables.flatMap((table) => [...transactionsIn(table, file, problems)]);
  problems.throwIfAny();
  return rows;
}

function* transactionsIn(
  table: WorkbookTable,
  file: string,
  problems: SourceProblems,
): Generator<Transaction> {
  const short = table.headings.indexOf('SHORT DESCRIPTION');
  const long = table.headings.indexOf('LONG DESCRIPTION');
  for (const { row, cells } of table.rows) {
    const texts = cells.map((cell) => foldText(cellText(cell)));
    if (texts.every((text) => text === '')) continue;
    const [code = '', change = ''] = texts;
    const place = cellPlace(file, table.sheet, row);
    if (transactionCodeForm.test(code) && change !== '') {
      const shortDescription = short === -1 ? null : (texts[short] ?? '');
      yield {
        place,
        line: row,
        code,
        change,
        shortDescription,
        longDescription: long === -1 ? null : (texts[long] ?? ''),
      };
    } else {
      problems.add({ place, found: texts.join(' '), expected: 'a code and its change' });
    }
  }
}
