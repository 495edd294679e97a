// The transaction reports of a release, parsed: one workbook of two sheets, or two texts, that repeat one another.
import type { Progress, RecognisedFile } from '@codeset/ingestion';
import type { SourceFile } from '@codeset/source-files';
import { parseTransactionText } from './parse-transaction-text.ts';
import { parseTransactionWorkbook } from './parse-transaction-workbook.ts';
import type { Role } from './roles.ts';
import type { Transaction } from './transaction-report.ts';

/** One report. */
export interface TransactionReport {
  readonly file: string;
  /** In the file's order, sheet after sheet. */
  readonly rows: readonly Transaction[];
}

/** The fullest first: since 2020 the workbook alone gives descriptions. */
const reportRoles: readonly Role[] = [
  'transaction-report-workbook',
  'transaction-report-by-action',
  'transaction-report-by-code',
];

/** All reports, the fullest first. Throws CodesetError FILE_REFUSED for rows without a code. */
export async function readTransactionReports(
  files: readonly RecognisedFile[],
  progress: Progress,
): Promise<TransactionReport[]> {
  const reports: TransactionReport[] = [];
  for (const wanted of reportRoles) {
    const file = files.find(({ role }) => role === wanted)?.file;
    if (!file) continue;
    progress(`reading ${file.name}`);
    const known = parsed.get(file) ?? parseReport(file, wanted === 'transaction-report-workbook');
    parsed.set(file, known);
    reports.push({ file: file.name, rows: await known });
  }
  return reports;
}

/** Normalizing and checking read the same files: each is parsed once (a workbook takes 0.2 s). */
const parsed = new WeakMap<SourceFile, Promise<Transaction[]>>();

async function parseReport(file: SourceFile, isWorkbook: boolean): Promise<Transaction[]> {
  const bytes = await file.read();
  return isWorkbook
    ? await parseTransactionWorkbook(bytes, file.name)
    : parseTransactionText(bytes, file.name);
}
