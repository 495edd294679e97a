// The bytes of a list of codes → its codes, each once, with their counts.
import {
  decodeText,
  type DelimitedFormat,
  type DelimitedRecord,
  delimitedRecords,
} from '@codeset/source-files';
import { lookUpForm } from '@codeset/terminology';
import { type AskedColumns, chooseColumns, type ListColumns } from './list-columns.ts';
import { foundIn, ListProblems } from './list-problems.ts';

/** A code of the list. */
export interface CodeOfList {
  /** As it was given first. */
  readonly code: string;
  /** Summed up where it was given more than once; null where the list has no counts. */
  readonly count: number | null;
  /** Lines that it stands on, from 1. */
  readonly lines: readonly number[];
}

export interface CodeList {
  readonly name: string;
  readonly columns: ListColumns;
  /** In the order in which they were first given. */
  readonly codes: readonly CodeOfList[];
}

/** How much of a list is read at most. */
export interface ListLimits {
  readonly rows: number;
  /** Different codes: they are held in memory with what became of them (250,000 take some 500 MB in all). */
  readonly codes: number;
}

const defaultLimits: ListLimits = { rows: 2_000_000, codes: 250_000 };

/** Characters of the longest code, post-coordinated ones among them. */
const longestCode = 500;

/** Reads the list. FILE_REFUSED with up to twenty problems, each with its place. */
export function parseCodeList(
  name: string,
  bytes: Buffer,
  asked: AskedColumns,
  limits = defaultLimits,
): CodeList {
  const problems = new ListProblems(name);
  try {
    const { text } = decodeText(bytes, name);
    const records = delimitedRecords(text, name, {
      delimiter: delimiterOf(text),
      header: false,
      fieldCount: 'any',
    });
    const list = readRecords(records, asked, problems, limits);
    problems.throwIfAny();
    if (list) return { name, ...list };
  } catch (error) {
    problems.addThrown(error);
    problems.throwIfAny();
  }
  throw problems.refusalOf({ line: 1, ...nothing });
}

const nothing = {
  column: null,
  found: 'no code',
  expected: 'one code a line',
  advice: 'Check that it is the right file.',
};

/** Null where there is no code, or no column of codes. */
function readRecords(
  records: Iterable<DelimitedRecord<readonly string[]>>,
  asked: AskedColumns,
  problems: ListProblems,
  limits: ListLimits,
): Pick<CodeList, 'columns' | 'codes'> | null {
  const codes = new Map<string, { code: string; count: number | null; lines: number[] }>();
  let columns: ListColumns | null = null;
  let [width, rows] = [0, 0];
  for (const { line, fields } of records) {
    if (fields.every((field) => field.trim() === '')) continue;
    if (columns === null) {
      const chosen = chooseColumns(fields, asked);
      if ('found' in chosen) throw problems.refusalOf({ line, column: null, ...chosen });
      [columns, width] = [chosen, fields.length];
      if (chosen.header) continue;
    }
    rows += 1;
    if (rows > limits.rows) throw problems.refusalOf({ line, ...tooMany(limits.rows, 'rows') });
    const row = readRow({ line, fields }, width, columns, problems);
    if (row === null) continue;
    const form = lookUpForm(row.code);
    const known = codes.get(form);
    if (!known) {
      if (codes.size === limits.codes)
        throw problems.refusalOf({ line, ...tooMany(codes.size, 'different codes') });
      codes.set(form, { ...row, lines: [line] });
    } else {
      known.lines.push(line);
      if (known.count !== null) known.count += row.count ?? 0;
    }
  }
  return columns === null || codes.size === 0 ? null : { columns, codes: [...codes.values()] };
}

function tooMany(most: number, what: string) {
  const expected = `a list of at most ${most} ${what}`;
  return { column: null, found: `more than ${most} ${what}`, expected, advice: 'Cut the list into parts.' };
}

/** Null where it has a problem, which is noted. */
function readRow(
  { line, fields }: DelimitedRecord<readonly string[]>,
  width: number,
  { code: codeColumn, count: countColumn }: ListColumns,
  problems: ListProblems,
): { readonly code: string; readonly count: number | null } | null {
  const surplus = fields.slice(width).findIndex((field) => field.trim() !== '');
  if (surplus >= 0) {
    const advice = 'A text that has the delimiter in it must stand in double quotes.';
    problems.add({
      line,
      column: width + surplus + 1,
      found: `${fields.length} fields`,
      expected: `${width}, as in the first line`,
      advice,
    });
    return null;
  }
  const cell = (number: number) => fields[number - 1]?.trim() ?? '';
  const code = cell(codeColumn.number);
  if (code === '' || code.length > longestCode || /[\t\n]/.test(code)) {
    const advice = 'Mend the line or take it out, or say which column has the codes with --code-column.';
    problems.add({ line, column: codeColumn.number, found: foundIn(code), expected: 'a code', advice });
    return null;
  }
  if (countColumn === null) return { code, count: null };
  const count = cell(countColumn.number);
  if (/^\d{1,9}$/.test(count)) return { code, count: Number(count) };
  const advice = 'Mend the number, or say which column has the counts with --count-column.';
  const expected = 'a whole number from 0 to 999999999, without separators';
  problems.add({ line, column: countColumn.number, found: foundIn(count), expected, advice });
  return null;
}

/** The first one outside quotes in the first line that has a text; a comma where there is none. */
function delimiterOf(text: string): DelimitedFormat['delimiter'] {
  const [first = ''] = /\S.*/.exec(text) ?? [];
  const [found] = /[\t;,]/.exec(first.replace(/"(?:[^"]|"")*"/g, '')) ?? [];
  return found === '\t' || found === ';' ? found : ',';
}
