// Text and workbook are the same table: what the workbook says otherwise than the text is found, field by field.
import type { Finding } from '@codeset/terminology';
import type { MapColumn } from './map-columns.ts';
import type { MapRow } from './map-row.ts';
import type { ParsedMap } from './parse-map.ts';
import { noMapping } from './read-map-row.ts';

/** What a row has in each column; empty where it has nothing. */
const fieldOf: Readonly<Record<MapColumn, (row: MapRow) => string>> = {
  kind10: ({ icd10 }) => icd10?.kind ?? '',
  depth10: ({ icd10 }) => String(icd10?.depthInKind ?? ''),
  code10: ({ icd10 }) => (icd10 === null ? noMapping : icd10.code),
  chapter10: ({ icd10 }) => icd10?.chapter ?? '',
  title10: ({ icd10 }) => icd10?.title ?? '',
  kind11: ({ icd11 }) => icd11?.kind ?? '',
  depth11: ({ icd11 }) => String(icd11?.depthInKind ?? ''),
  foundationUri: ({ icd11 }) => (icd11 === null ? noMapping : (icd11.foundationUri ?? '')),
  linearizationUri: ({ icd11 }) => icd11?.linearizationUri ?? '',
  code11: ({ icd11 }) => icd11?.code ?? '',
  chapter11: ({ icd11 }) => icd11?.chapter ?? '',
  title11: ({ icd11 }) => icd11?.title ?? '',
  relation: ({ relation }) => relation ?? '',
};

/** A warning for each field that differs, for each row that only one has, and one for rows in another order. */
export function workbookDifferences(workbook: ParsedMap, text: ParsedMap): Finding[] {
  const inText = rowsBySource(text);
  const inWorkbook = rowsBySource(workbook);
  const findings = headerDifferences(workbook, text);
  const shared = columnNames.filter((name) => has(workbook, name) && has(text, name));
  for (const [source, row] of inWorkbook) {
    const same = inText.get(source);
    if (same === undefined)
      findings.push(differs(`${source} is not in ${text.file}.`, workbook.place(row.row, null)));
    else findings.push(...fieldsThatDiffer({ source, row, same, workbook, text }, shared));
  }
  for (const [source, { row }] of inText) {
    if (inWorkbook.has(source)) continue;
    findings.push(
      differs(`${source} is in ${text.place(row, null)} and not in the workbook.`, workbook.file),
    );
  }
  return [...findings, ...otherOrder(inWorkbook, inText, workbook, text)];
}

const columnNames = Object.keys(fieldOf) as MapColumn[];

function has({ columns }: ParsedMap, name: MapColumn): boolean {
  return columns.at[name] !== undefined;
}

/** Rows by their source; those of a source that stands in several are counted: `A00.0`, `A00.0, row 2 of it`. */
function rowsBySource({ rows, columns }: ParsedMap): Map<string, MapRow> {
  const fromTen = columns.at.foundationUri !== undefined;
  const times = new Map<string, number>();
  const bySource = new Map<string, MapRow>();
  for (const row of rows) {
    const source = (fromTen ? fieldOf.code10 : fieldOf.linearizationUri)(row);
    const time = (times.get(source) ?? 0) + 1;
    times.set(source, time);
    bySource.set(time === 1 ? source : `${source}, row ${time} of it,`, row);
  }
  return bySource;
}

/** The day, and a column that only one has; the others every table must have. */
function headerDifferences(workbook: ParsedMap, text: ParsedMap): Finding[] {
  const findings: Finding[] = [];
  const { headerRow } = workbook;
  if (workbook.day !== text.day)
    findings.push(
      differs(
        `The header: found ${workbook.day}, expected ${text.day} as in ${text.file}.`,
        workbook.place(headerRow, 'day'),
      ),
    );
  if (has(workbook, 'relation') !== has(text, 'relation')) {
    const [having, lacking] = has(workbook, 'relation') ? [workbook, text] : [text, workbook];
    findings.push(
      differs(
        `The column Relation is in ${having.file} and not in ${lacking.file}.`,
        workbook.place(headerRow, 'relation'),
      ),
    );
  }
  return findings;
}

/** A row that both have. */
interface SharedRow {
  readonly source: string;
  readonly row: MapRow;
  readonly same: MapRow;
  readonly workbook: ParsedMap;
  readonly text: ParsedMap;
}

function fieldsThatDiffer(
  { source, row, same, workbook, text }: SharedRow,
  shared: readonly MapColumn[],
): Finding[] {
  return shared.flatMap((name) => {
    const [found, expected] = [fieldOf[name](row), fieldOf[name](same)];
    if (found === expected) return [];
    const as = `expected ${JSON.stringify(expected)} as in ${text.place(same.row, null)}`;
    return [differs(`${source}: found ${JSON.stringify(found)}, ${as}.`, workbook.place(row.row, name))];
  });
}

/** One finding, where the order of the rows that both have parts. */
function otherOrder(
  inWorkbook: ReadonlyMap<string, MapRow>,
  inText: ReadonlyMap<string, MapRow>,
  workbook: ParsedMap,
  text: ParsedMap,
): Finding[] {
  const ofText = [...inText.keys()].filter((source) => inWorkbook.has(source));
  const ofWorkbook = [...inWorkbook.keys()].filter((source) => inText.has(source));
  const at = ofWorkbook.findIndex((source, index) => source !== ofText[index]);
  const source = ofWorkbook[at];
  if (source === undefined) return [];
  const message = `${source} stands where ${text.file} has ${ofText[at]}: the order differs from here on.`;
  return [differs(message, workbook.place(inWorkbook.get(source)?.row ?? 1, null))];
}

function differs(message: string, where: string): Finding {
  return { severity: 'warning', rule: 'workbook-differs', message, where };
}
