// What became of the codes of a list as CSV, ndjson, Parquet, and as one JSON document: piece by piece.
import type { CarriedCode } from '@codeset/comparison';
import { releaseFacts } from '../comparison/release-facts.ts';
import { byteOrderMark, csvLines } from '../csv-text.ts';
import { type CarriedRow, carriedColumns, carriedRow } from './carried-rows.ts';
import { carriedRecord, codeAndDisplay } from './carried-record.ts';
import { summaryInAll } from './carried-words.ts';
import type { Carried } from './read-carried.ts';

/** Codes written at a time. */
const pageSize = 500;

/** The codes as CSV: a header, then a row for each. */
export function* carriedCsv(carried: Carried, codes: readonly CarriedCode[]): Generator<string> {
  yield `${byteOrderMark}${csvLines([carriedColumns.map(({ name }) => name)])}`;
  for (const page of pagesOf(codes)) {
    yield csvLines(page.map((code) => cells(carriedRow(code, carried))));
  }
}

function cells(row: CarriedRow) {
  return carriedColumns.map(({ name }) => row[name]);
}

/** A line for each code. */
export function* carriedNdjson({ definition, from, to, codes }: Carried): Generator<string> {
  const sample = from.sample || to.sample;
  const same = { codeSystem: definition.id, from: from.version, to: to.version, sample };
  for (const page of pagesOf(codes)) {
    yield page.map((code) => `${JSON.stringify({ ...same, ...carriedRecord(code) })}\n`).join('');
  }
}

/** The rows of a Parquet file: those of the CSV, counts as 64-bit numbers. */
export async function* carriedParquetRows(carried: Carried) {
  for (const code of carried.codes) {
    const row = carriedRow(code, carried);
    yield { ...row, count: row.count === null ? null : BigInt(row.count) };
  }
}

/** What results for programs say before they come to the codes. */
export function carriedFacts(carried: Carried) {
  const { definition, list, from, to, through, summary } = carried;
  const { code, count } = list.columns;
  const repeated = list.codes.filter(({ lines }) => lines.length > 1);
  return {
    codeSystem: definition.id,
    from: releaseFacts(from),
    to: releaseFacts(to),
    through: through.map(({ version }) => version),
    attribution: definition.attribution,
    list: {
      name: list.name,
      codeColumn: code,
      countColumn: count,
      repeated: repeated.map(({ code: given, lines }) => ({ code: given, lines })),
    },
    summary,
    inAll: summaryInAll(carried),
  };
}

/** Everything as one document, codes one a line. */
export function* carriedJson(carried: Carried): Generator<string> {
  yield `${JSON.stringify(carriedFacts(carried), null, 2).slice(0, -'\n}'.length)},\n  "newList": [`;
  yield* members(carried.newList, codeAndDisplay);
  yield '],\n  "codes": [';
  yield* members(carried.codes, carriedRecord);
  yield ']\n}\n';
}

function* members<T>(values: readonly T[], recordOf: (value: T) => unknown): Generator<string> {
  let before = '\n    ';
  for (const page of pagesOf(values)) {
    yield `${before}${page.map((value) => JSON.stringify(recordOf(value))).join(',\n    ')}`;
    before = ',\n    ';
  }
  if (values.length > 0) yield '\n  ';
}

function* pagesOf<T>(values: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < values.length; start += pageSize) yield values.slice(start, start + pageSize);
}
