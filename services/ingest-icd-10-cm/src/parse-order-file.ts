// The order file: fixed width, one line a code, headers and billable codes in tabular order.
import { decodedLines, type FixedWidthLayout, sliceFields, type TextLine } from '@codeset/source-files';
import { isPlainCode } from './code-form.ts';
import { LineProblems } from '@codeset/ingestion/refusals';

/** One line of the order file, in the publisher's words. */
export interface OrderFileLine {
  readonly line: number;
  /** Counts the lines of this edition; not a key. */
  readonly orderNumber: number;
  /** Without a point, upper case. */
  readonly code: string;
  /** `1` for a code that is valid for submission (billable), `0` for a header. */
  readonly headerFlag: '0' | '1';
  /** Columns 17-76; trailing blanks dropped, all others as published. */
  readonly shortTitle: string;
  /** Column 78 on; trailing blanks dropped, all others as published. */
  readonly longTitle: string;
  /** True when an X placeholder was published in lower case. */
  readonly lowerCaseX: boolean;
}

type Field =
  | 'orderNumber'
  | 'gap6'
  | 'code'
  | 'gap14'
  | 'flag'
  | 'gap16'
  | 'shortTitle'
  | 'gap77'
  | 'longTitle';

const layout: FixedWidthLayout<Field> = {
  orderNumber: { from: 1, to: 5 },
  gap6: { from: 6, to: 6 },
  code: { from: 7, to: 13 },
  gap14: { from: 14, to: 14 },
  flag: { from: 15, to: 15 },
  gap16: { from: 16, to: 16 },
  shortTitle: { from: 17, to: 76 },
  gap77: { from: 77, to: 77 },
  longTitle: { from: 78, to: null },
};

const gaps = [
  ['gap6', 6],
  ['gap14', 14],
  ['gap16', 16],
  ['gap77', 77],
] as const;

/**
 * The lines of an order file. Throws CodesetError FILE_REFUSED for lines cut short, fields that are not what they
 * must be and codes that stand twice, up to twenty at a time; SourceFileError for bytes that are no text.
 */
export function* parseOrderFile(bytes: Buffer, file: string): Generator<OrderFileLine> {
  const problems = new LineProblems(file);
  const lineOf = new Map<string, number>();
  let empty = true;
  for (const line of decodedLines(bytes, file)) {
    if (line.text.trim() === '') continue;
    empty = false;
    const record = readLine(line, file, problems);
    if (record === null) continue;
    const earlier = lineOf.get(record.code);
    if (earlier === undefined) {
      lineOf.set(record.code, record.line);
      yield record;
    } else {
      problems.add({
        line: record.line,
        columns: [7, 13],
        found: record.code,
        expected: `each code once, and it stands on line ${earlier} already`,
      });
    }
  }
  if (empty) {
    problems.add({ line: 1, columns: null, found: '', expected: 'at least one line with a code' });
  }
  problems.throwIfAny();
}

function readLine(line: TextLine, file: string, problems: LineProblems): OrderFileLine | null {
  let fields: Record<Field, string>;
  try {
    fields = sliceFields(inCharacterColumns(line), layout, file);
  } catch (error) {
    problems.addThrown(error);
    return null;
  }
  const published = fields.code.trimEnd();
  const code = published.replaceAll('x', 'X');
  const headerFlag = fields.flag;
  const problem = firstProblem(fields, code);
  if (problem !== null || (headerFlag !== '0' && headerFlag !== '1')) {
    if (problem !== null) problems.add({ line: line.number, ...problem });
    return null;
  }
  return {
    line: line.number,
    orderNumber: Number(fields.orderNumber),
    code,
    headerFlag,
    shortTitle: fields.shortTitle.trimEnd(),
    longTitle: fields.longTitle.trimEnd(),
    lowerCaseX: code !== published,
  };
}

interface FieldProblem {
  readonly columns: readonly [number, number];
  readonly found: string;
  readonly expected: string;
}

function firstProblem(fields: Record<Field, string>, code: string): FieldProblem | null {
  const { orderNumber, flag, shortTitle, longTitle } = fields;
  if (!/^\d{5}$/.test(orderNumber)) return problem(1, 5, orderNumber, 'an order number of five digits');
  if (!isPlainCode(code)) {
    return problem(7, 13, fields.code, 'a code: a letter, a digit, then one to five letters or digits');
  }
  if (flag !== '0' && flag !== '1') return problem(15, 15, flag, 'the flag 1 (billable) or 0 (header)');
  for (const [gap, column] of gaps) {
    if (fields[gap] !== ' ') return problem(column, column, fields[gap], 'a blank between two fields');
  }
  if (shortTitle.trim() === '') return problem(17, 76, shortTitle, 'a short title');
  if (longTitle.trim() === '') return problem(78, 77 + longTitle.length, longTitle, 'a long title');
  return null;
}

function problem(from: number, to: number, found: string, expected: string): FieldProblem {
  return { columns: [from, to], found, expected };
}

/**
 * Some older editions pad the short title by bytes of UTF-8: a line with an accented letter then has its long title
 * one column early. Such a line is padded here, so that its columns are characters like those of all the others.
 */
function inCharacterColumns(line: TextLine): TextLine {
  const { number, text } = line;
  if (text.charCodeAt(76) === 0x20 || text.length < 77) return line;
  const bytes = Buffer.from(text);
  if (bytes.length === text.length || bytes[76] !== 0x20) return line;
  const title = bytes.subarray(16, 76).toString();
  return { number, text: `${text.slice(0, 16)}${title.padEnd(60)} ${bytes.subarray(77).toString()}` };
}
