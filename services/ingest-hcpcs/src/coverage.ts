// Which columns and fields of the structured files were met, and whether each is captured: a reading of its own.
import type { FileCoverage, RecognisedFile } from '@codeset/ingestion';
import {
  decodedLines,
  delimitedRecords,
  decodeText,
  readWorkbook,
  type SourceFile,
} from '@codeset/source-files';
import { isCorrectionsHeadings } from './corrections.ts';
import { correctionsOf } from './corrections-version.ts';
import { fillers, leadingColumns, mainFields } from './main-fields.ts';
import { isMainHeader, mainHeadings } from './parse-main-workbook.ts';
import { recordForm } from './parse-main-text.ts';
import { isNocHeadings } from './parse-noc-workbook.ts';
import { isTransactionHeadings } from './parse-transaction-workbook.ts';
import { refusingSourceFiles } from '@codeset/ingestion/refusals';
import { headingsOf } from './workbook-tables.ts';

/** How often each column holds something. */
class ColumnTally {
  readonly #counts = new Map<string, { count: number; captured: boolean }>();

  add(path: string, captured: boolean): void {
    const line = this.#counts.get(path) ?? { count: 0, captured };
    line.count += 1;
    this.#counts.set(path, line);
  }

  lines(): FileCoverage['lines'] {
    return [...this.#counts]
      .map(([path, line]) => ({ path, ...line }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

/** Counts each column of the main files, the lists, the corrections and the reports. Running texts are left out. */
export async function coverage(files: readonly RecognisedFile[]): Promise<FileCoverage[]> {
  return await refusingSourceFiles(async () => {
    const reports: FileCoverage[] = [];
    for (const { file, role } of files) {
      const tally = await tallyOf(file, role);
      if (tally) reports.push({ file: file.name, role, lines: tally.lines() });
    }
    return reports;
  });
}

async function tallyOf(file: SourceFile, role: string): Promise<ColumnTally | null> {
  if (role === 'main-text') return tallyMainText(await file.read(), file.name);
  const form = tableForms.find(({ roles }) => roles(role));
  if (form) return await tallyTables(await file.read(), file.name, form);
  if (correctionsOf(role)?.form === 'text') return tallyCorrections(await file.read(), file.name);
  return null;
}

/** Every stretch of the 320 columns, the fillers too. */
function tallyMainText(bytes: Buffer, file: string): ColumnTally {
  const tally = new ColumnTally();
  const stretches = [
    ...Object.entries(leadingColumns).map(([path, [from, to]]) => ({ path, from, to, captured: true })),
    ...mainFields.map(({ title, from, width, headings }) => {
      return { path: title, from, to: from + width * headings.length - 1, captured: true };
    }),
    ...fillers.map(([from, to]) => ({ path: `filler ${from}-${to}`, from, to, captured: false })),
    { path: 'beyond 320', from: 321, to: Number.MAX_SAFE_INTEGER, captured: false },
  ];
  for (const { text } of decodedLines(bytes, file, { fallback: 'windows-1252' })) {
    if (!recordForm.test(text)) {
      if (text.trim() !== '') tally.add('preamble', true);
      continue;
    }
    for (const { path, from, to, captured } of stretches) {
      if (text.slice(from - 1, to).trim() !== '') tally.add(path, captured);
    }
  }
  return tally;
}

/** A workbook's tables: their headings, and which of them are captured. */
interface TableForm {
  readonly roles: (role: string) => boolean;
  readonly isHeader: (headings: readonly string[]) => boolean;
  readonly isCaptured: (heading: string) => boolean;
}

const tableForms: readonly TableForm[] = [
  {
    roles: (role) => role === 'main-workbook',
    isHeader: isMainHeader,
    isCaptured: (heading) => mainHeadings.includes(heading),
  },
  {
    roles: (role) => role === 'noc-list-workbook',
    isHeader: isNocHeadings,
    isCaptured: (heading) => ['HCPCS', 'LONG DESCRIPTION', 'ADD DATE', 'TERM DATE'].includes(heading),
  },
  {
    roles: (role) => correctionsOf(role)?.form === 'workbook',
    isHeader: isCorrectionsHeadings,
    isCaptured: () => true,
  },
  {
    roles: (role) => role === 'transaction-report-workbook',
    isHeader: isTransactionHeadings,
    isCaptured: (heading) =>
      /^HCPCS?|^TYPE OF CHANGE$|^ACTION CD$|^(?:SHORT|LONG) DESCRIPTION$/.test(heading),
  },
];

/** Rows above a header are captured as preamble or title, and the key of action codes; other sheets are not. */
async function tallyTables(bytes: Buffer, file: string, form: TableForm): Promise<ColumnTally> {
  const tally = new ColumnTally();
  for (const sheet of (await readWorkbook(bytes, file)).sheets) {
    let headings: readonly string[] | null = null;
    const above: string[] = [];
    for (const row of await sheet.rows()) {
      const texts = headingsOf(row);
      if (headings === null && form.isHeader(texts)) headings = texts;
      else if (headings === null) above.push(...texts.filter((text) => text !== ''));
      else tallyRow(texts, headings, form, tally);
    }
    const isKey = above[0] === 'ACTION CODES';
    const path = headings ? 'above the header' : isKey ? 'key of action codes' : `sheet ${sheet.name}`;
    for (const _ of above) tally.add(path, headings !== null || isKey);
  }
  return tally;
}

function tallyRow(
  texts: readonly string[],
  headings: readonly string[],
  form: TableForm,
  tally: ColumnTally,
): void {
  for (const [at, text] of texts.entries()) {
    const heading = headings[at] ?? '';
    if (text !== '') tally.add(heading || `column ${at + 1} without a heading`, form.isCaptured(heading));
  }
}

function tallyCorrections(bytes: Buffer, file: string): ColumnTally {
  const tally = new ColumnTally();
  let headings: readonly string[] | null = null;
  const { text } = decodeText(bytes, file, { fallback: 'windows-1252' });
  for (const { fields } of delimitedRecords(text, file, {
    delimiter: '\t',
    header: false,
    fieldCount: 'any',
  })) {
    const upper = fields.map((field) => field.replace(/\s+/g, ' ').trim().toUpperCase());
    if (headings === null && isCorrectionsHeadings(upper)) {
      headings = upper;
      continue;
    }
    for (const [at, field] of upper.entries()) {
      if (field !== '')
        tally.add(headings?.[at] || (headings ? `column ${at + 1}` : 'above the header'), true);
    }
  }
  return tally;
}
