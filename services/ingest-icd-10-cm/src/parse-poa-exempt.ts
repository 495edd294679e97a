// The list of codes exempt from present-on-admission reporting: tab-separated, a header row that differs each year.
import { decodeText, delimitedRecords } from '@codeset/source-files';
import { isPointedCode } from './code-form.ts';
import { LineProblems } from '@codeset/ingestion/refusals';

/** One row, in the publisher's words. */
export interface PoaExemptRow {
  readonly line: number;
  /** With its point. */
  readonly code: string;
  readonly description: string;
}

export interface PoaExemptList {
  /** The fiscal year that the header names, `Order24` or `OrdFY25`; null where it names none. */
  readonly year: number | null;
  readonly rows: readonly PoaExemptRow[];
}

/** Where the columns stand, told by the header row; null when it is not the header of such a list. */
export interface PoaColumns {
  readonly order: number | null;
  readonly action: number | null;
  readonly code: number;
  readonly description: number;
  readonly year: number | null;
}

/** Reads a header row such as `Order24`, `POAexemptCode`, `Description`. */
export function poaColumns(header: readonly string[]): PoaColumns | null {
  const find = (form: RegExp) => header.findIndex((name) => form.test(name.trim()));
  const code = find(/poa.*(?:exempt|code)|exempt.*code/i);
  const description = find(/desc|title/i);
  if (code === -1 || description === -1) return null;
  const order = find(/^ord/i);
  const action = find(/action/i);
  const year = /(\d{2,4})\s*$/.exec(header[order] ?? '')?.[1];
  return {
    order: order === -1 ? null : order,
    action: action === -1 ? null : action,
    code,
    description,
    year: year === undefined ? null : 2000 + (Number(year) % 100),
  };
}

/** The list; a code that stands twice or is none is refused, up to twenty at a time. Throws CodesetError FILE_REFUSED. */
export function parsePoaExempt(bytes: Buffer, file: string): PoaExemptList {
  const problems = new LineProblems(file);
  const lineOf = new Map<string, number>();
  const rows: PoaExemptRow[] = [];
  let columns: PoaColumns | null = null;
  const { text } = decodeText(bytes, file);
  for (const { line, fields } of delimitedRecords(text, file, { delimiter: '\t', header: false })) {
    if (columns === null) {
      columns = poaColumns(fields);
      if (columns === null) problems.add(headerProblem(line, fields));
      if (columns === null) break;
      continue;
    }
    const code = fields[columns.code]?.trim().replaceAll('x', 'X') ?? '';
    const earlier = lineOf.get(code);
    if (!isPointedCode(code)) {
      problems.add({ line, columns: null, found: code, expected: 'a code with its point' });
    } else if (earlier !== undefined) {
      problems.add({
        line,
        columns: null,
        found: code,
        expected: `each code once; it stands on line ${earlier}`,
      });
    } else {
      lineOf.set(code, line);
      rows.push({ line, code, description: fields[columns.description] ?? '' });
    }
  }
  problems.throwIfAny();
  return { year: columns?.year ?? null, rows };
}

function headerProblem(line: number, fields: readonly string[]) {
  return {
    line,
    columns: null,
    found: fields.join(' '),
    expected: 'the headings of a list of POA-exempt codes',
  };
}
