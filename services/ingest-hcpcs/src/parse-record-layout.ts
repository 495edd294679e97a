// The record layout: a report of the fields with their columns, and the tables of their codes.
import { decodedLines, type TextLine } from '@codeset/source-files';
import { foldText } from './fold-text.ts';
import { linePlace } from './source-places.ts';

/** Codes with their meanings, folded. */
export type LayoutTable = ReadonlyMap<string, { readonly meaning: string; readonly place: string }>;

export interface RecordLayout {
  readonly file: string;
  readonly year: number | null;
  readonly yearPlace: string | null;
  /** The tables of fields by the first column of the field, and those of the appendix by name, `BETOS_TB`. */
  readonly tables: ReadonlyMap<string, LayoutTable>;
  /** First and last column of each field, with its place. */
  readonly fields: readonly { readonly from: number; readonly to: number; readonly place: string }[];
}

/** Reads it; what is neither a field's columns nor a table of codes is explanation and passed over. */
export function parseRecordLayout(bytes: Buffer, file: string): RecordLayout {
  const reading = new LayoutReading(file);
  for (const line of decodedLines(bytes, file, { fallback: 'windows-1252' })) reading.take(line);
  return reading.done();
}

interface OpenTable {
  readonly rows: Map<string, { meaning: string; place: string }>;
  /** Where the codes begin; what stands further right goes on with a meaning. */
  indent: number;
  last: string | null;
}

class LayoutReading {
  readonly #file: string;
  readonly #tables = new Map<string, OpenTable['rows']>();
  readonly #fields: { from: number; to: number; place: string }[] = [];
  #year: { year: number; place: string } | null = null;
  #column = '';
  #table: OpenTable | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  take({ text, number }: TextLine): void {
    const place = linePlace(this.#file, number);
    const year = /HCPCS Contractor Record - (\d{4})/.exec(text)?.[1];
    if (year !== undefined) this.#year ??= { year: Number(year), place };
    const columns = /^\s+\d+\s+(\d+)\s+(\d+)(?:\s+(?:CHAR|NUM|GRP))?\s*$/.exec(text);
    const appendix = /^ ([A-Z_]+_TB)\s/.exec(text)?.[1];
    if (/^ {2}\d+\.\s/.test(text) || /^\s+(?:OCCURS|EDIT RULES|DB2|COMMENTS)\b/.test(text))
      this.#table = null;
    else if (columns) {
      this.#column = columns[1] ?? '';
      this.#fields.push({ from: Number(columns[1]), to: Number(columns[2]), place });
    } else if (/^\s+CODES\s+:\s*$/.test(text)) this.#open(this.#column);
    else if (appendix !== undefined) this.#open(appendix);
    else if (this.#table) takeRow(this.#table, text, place);
  }

  done(): RecordLayout {
    return {
      file: this.#file,
      year: this.#year?.year ?? null,
      yearPlace: this.#year?.place ?? null,
      tables: this.#tables,
      fields: this.#fields,
    };
  }

  #open(name: string): void {
    const rows: OpenTable['rows'] = new Map();
    this.#tables.set(name, rows);
    this.#table = { rows, indent: 0, last: null };
  }
}

/** `11 = Price established …`, its continuation, or a heading between the codes. */
function takeRow(table: OpenTable, text: string, place: string): void {
  const [, indent = '', code, meaning = ''] = /^(\s+)([0-9A-Z]{1,3})\s*= (.*)$/.exec(text) ?? [];
  if (code !== undefined) {
    table.rows.set(code, { meaning: foldText(meaning), place });
    table.indent = indent.length;
    table.last = code;
    return;
  }
  const row = table.rows.get(table.last ?? '');
  const isContinuation = text.length - text.trimStart().length > table.indent + 3;
  if (text.trim() === '') return;
  if (row && isContinuation) row.meaning = foldText(`${row.meaning} ${text}`);
  else table.last = null;
}
