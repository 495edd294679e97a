// A table → the rows of a simple tabulation; what makes them one whole is held here: fields, marks, no identity twice.
import { quoted, SourceFileError } from '@codeset/source-files';
import { type ColumnName, type Columns, findColumns, publishedName, requiredColumns } from './columns.ts';
import { stampText } from './edition-stamp.ts';
import { type RowReading, readRow } from './read-row.ts';
import type { Table, TableRow } from './table.ts';
import { TableProblems } from './table-problems.ts';
import { noCodeAssigned, type TabulationRow } from './tabulation-row.ts';

/** A tabulation whose header has been read. */
export interface Tabulation {
  readonly file: string;
  readonly headerRow: number;
  readonly columns: Columns;
  /** `2024 Jan 21 - 22:30 UTC`; null where the header does not tell. */
  readonly stamp: string | null;
  /** The names of the columns that are not known. */
  readonly unknownColumns: readonly string[];
  /** The place of a row or of a field in it, for messages; `stamp` is the header field that tells the edition. */
  place(row: number, column: ColumnName | 'stamp' | null): string;
  /** The rows, to be drawn once; throws CodesetError FILE_REFUSED with up to twenty places. */
  rows(): Generator<TabulationRow>;
}

/** Reads the header; throws SourceFileError when columns are missing or stand twice. `translated`: TitleEN is needed. */
export function parseTabulation(table: Table, translated: boolean): Tabulation {
  const { file, header } = table;
  const columns = findColumns(header.fields);
  checkHeader(table, columns, translated);
  const { stamp } = columns;
  return {
    file,
    headerRow: header.row,
    columns,
    stamp: stamp === null ? null : stampText(header.fields[stamp] ?? ''),
    unknownColumns: columns.unknown.map((index) => header.fields[index] ?? ''),
    place(row, column) {
      if (column === null) return table.place(row, null);
      return table.place(row, (column === 'stamp' ? stamp : columns.at[column]) ?? null);
    },
    rows: () => rowsOf(table, columns, translated),
  };
}

function* rowsOf(table: Table, columns: Columns, translated: boolean): Generator<TabulationRow> {
  const problems = new TableProblems(table);
  const reading: RowReading = { columns, translated, problems };
  const whole = new WholeTable(reading);
  let empty = true;
  for (const row of table.rows) {
    if (row.fields.every((field) => field === '')) continue;
    empty = false;
    if (!hasItsFields(row, table, columns, problems)) continue;
    const read = readRow(row, reading);
    if (read !== null && whole.takes(read)) yield read;
  }
  if (empty) {
    const { row } = table.header;
    problems.add({ row: row + 1, index: null, found: '', expected: 'at least one row below the header' });
  }
  problems.throwIfAny();
}

/** What one row alone does not show: identities that stand twice, and marks that leave out a level. */
class WholeTable {
  readonly #reading: RowReading;
  readonly #keys = new Map<string, number>();
  readonly #codes = new Map<string, number>();
  readonly #blockIds = new Map<string, number>();
  #depth = -1;

  constructor(reading: RowReading) {
    this.#reading = reading;
  }

  /** False where a problem was noted. */
  takes({ row, key, code, blockId, depth }: TabulationRow): boolean {
    const before = this.#depth;
    this.#depth = depth;
    const code1 = code === noCodeAssigned ? null : code;
    const fresh = [
      this.#isFirst(this.#keys, key, row, 'linearizationUri', 'each entity once'),
      this.#isFirst(this.#codes, code1, row, 'code', 'each code once'),
      this.#isFirst(this.#blockIds, blockId, row, 'blockId', 'each BlockId once'),
    ];
    if (depth <= before + 1) return fresh.every(Boolean);
    const title = this.#reading.translated ? 'titleEn' : 'title';
    const expected = `at most ${before + 1}, one more than the row before`;
    this.#refuse(row, title, `${depth} marks before the title`, expected);
    return false;
  }

  #isFirst(
    seen: Map<string, number>,
    id: string | null,
    row: number,
    column: ColumnName,
    once: string,
  ): boolean {
    if (id === null) return true;
    const earlier = seen.get(id);
    if (earlier === undefined) seen.set(id, row);
    else this.#refuse(row, column, id, `${once}, and it stands in row ${earlier} already`);
    return earlier === undefined;
  }

  #refuse(row: number, column: ColumnName, found: string, expected: string): void {
    const index = this.#reading.columns.at[column] ?? null;
    this.#reading.problems.add({ row, index, found, expected });
  }
}

/** The last header field, the edition's, has no column below it; a text may still have an empty field there. */
function hasItsFields(row: TableRow, { header, fullRows }: Table, columns: Columns, problems: TableProblems) {
  const most = header.fields.length;
  const last = most - 1;
  const bare = columns.stamp === last || columns.unknown.includes(last) ? last : most;
  const { length } = row.fields;
  const enough = length >= bare || !fullRows;
  const surplus = row.fields.findIndex(
    (field, index) => field !== '' && (index >= most || index === columns.stamp),
  );
  if (enough && length <= most && surplus === -1) return true;
  problems.add({
    row: row.row,
    index: surplus === -1 ? null : surplus,
    found: surplus === -1 ? `${length} fields` : (row.fields[surplus] ?? ''),
    expected: surplus === -1 ? `${bare} fields` : `nothing beyond the ${bare} columns`,
  });
  return false;
}

function checkHeader(table: Table, { at, twice }: Columns, translated: boolean): void {
  const { file, header, place } = table;
  const needed = translated ? [...requiredColumns, 'titleEn' as const] : requiredColumns;
  const missing = needed.filter((name) => at[name] === undefined).map(publishedName);
  if (missing.length === 0 && twice === null) return;
  const found =
    twice === null
      ? `a header without ${missing.join(', ')}`
      : `the column ${quoted(header.fields[twice[1]] ?? '')} twice in the header`;
  throw new SourceFileError({
    file: place(header.row, twice?.[1] ?? null),
    found,
    expected: twice === null ? 'the columns of a simple tabulation' : 'each column once',
    advice: `Take ${file} as the publisher released it.`,
  });
}
