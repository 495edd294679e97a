// Which workbook it is: told by the header of its tables.
import { readWorkbook } from '@codeset/source-files';
import { isCorrectionsHeadings } from './corrections.ts';
import { isNocHeadings } from './parse-noc-workbook.ts';
import { isMainHeader } from './parse-main-workbook.ts';
import { isTransactionHeadings } from './parse-transaction-workbook.ts';
import { correctionsRole } from './corrections-version.ts';
import type { Recognised } from './recognised.ts';
import { findTables } from './workbook-tables.ts';

/** In this order: the main file has the columns of all the others. */
const forms = [
  { is: isMainHeader, role: () => 'main-workbook' as const },
  { is: isTransactionHeadings, role: () => 'transaction-report-workbook' as const },
  { is: isNocHeadings, role: () => 'noc-list-workbook' as const },
  { is: isCorrectionsHeadings, role: (name: string) => correctionsRole('workbook', name) },
];

/** Throws SourceFileError for a damaged workbook. */
export async function recogniseWorkbook(bytes: Buffer, name: string): Promise<Recognised> {
  const isAny = (headings: readonly string[]) => forms.some(({ is }) => is(headings));
  const { tables } = await findTables(await readWorkbook(bytes, name), isAny);
  const form = forms.find(({ is }) => tables.some(({ headings }) => is(headings)));
  return form ? { role: form.role(name) } : { ignored: 'a workbook with none of the tables of HCPCS' };
}
