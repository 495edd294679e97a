// Text and workbook, English and translations are the same tabulation: what one says otherwise than the other is found.
import type { Finding } from '@codeset/terminology';
import type { ColumnName, Columns } from '../columns.ts';
import type { Tabulation } from '../parse-tabulation.ts';
import type { TabulationRow } from '../tabulation-row.ts';

/** The rows that everything is compared with. */
export interface SourceRows {
  readonly file: string;
  readonly columns: Columns;
  readonly rows: readonly TabulationRow[];
  readonly rowOf: ReadonlyMap<string, TabulationRow>;
  /** The titles in the other file's language by key, where another file gave them already. */
  readonly titles: ReadonlyMap<string, string | null> | null;
}

/** A column of both, and whether the tree or a code would differ with it. */
const compared: readonly (readonly [keyof TabulationRow & ColumnName, 'error' | 'warning'])[] = [
  ['code', 'error'],
  ['blockId', 'error'],
  ['classKind', 'error'],
  ['chapterNo', 'error'],
  ['foundationUri', 'warning'],
  ['depthInKind', 'warning'],
  ['isResidual', 'warning'],
  ['isLeaf', 'warning'],
  ['primaryTabulation', 'warning'],
  ['anyPostCoordination', 'warning'],
  ['primaryLocation', 'warning'],
  ['noOfNonResidualChildren', 'warning'],
  ['iCatLink', 'warning'],
];

/**
 * Gives the rows of `other` on, one by one, and adds to `findings` what differs: errors (`rows-differ`) for rows that
 * only one has, another order, other marks, codes or kinds; warnings (`columns-differ`) for other words or flags.
 */
export function* comparedRows(
  other: Tabulation,
  source: SourceRows,
  findings: Finding[],
): Generator<TabulationRow> {
  let at = 0;
  let inOrder = true;
  const met = new Set<string>();
  for (const row of other.rows()) {
    met.add(row.key);
    if (inOrder && source.rows[at]?.key !== row.key) {
      inOrder = false;
      findings.push(otherOrder(other, row, source, source.rows[at]));
    }
    at += 1;
    const same = source.rowOf.get(row.key);
    if (same === undefined) findings.push(onlyHere(other, row, source));
    else findings.push(...differences(other, row, source, same));
    yield row;
  }
  for (const row of source.rows) if (!met.has(row.key)) findings.push(onlyThere(other, row, source));
}

function differences(
  other: Tabulation,
  row: TabulationRow,
  source: SourceRows,
  same: TabulationRow,
): Finding[] {
  const findings: Finding[] = [];
  const say = (severity: Finding['severity'], column: ColumnName, found: unknown, expected: unknown) =>
    findings.push({
      severity,
      rule: severity === 'error' ? 'rows-differ' : 'columns-differ',
      message: `${row.key}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)} as in ${source.file}.`,
      where: other.place(row.row, column),
    });
  const { at } = other.columns;
  for (const [column, severity] of compared) {
    const inBoth = at[column] !== undefined && source.columns.at[column] !== undefined;
    if (inBoth && row[column] !== same[column]) say(severity, column, row[column], same[column]);
  }
  const english = at.titleEn === undefined ? 'title' : 'titleEn';
  if (row.depth !== same.depth) say('error', english, `${row.depth} marks`, `${same.depth} marks`);
  if (row.title !== same.title) say('warning', english, row.title, same.title);
  const grouped = other.columns.groupings.length > 0 && source.columns.groupings.length > 0;
  if (grouped && row.groupings.join() !== same.groupings.join())
    say('warning', 'blockId', row.groupings.join(), same.groupings.join());
  if (source.titles !== null && source.titles.get(row.key) !== row.translation) {
    say('warning', 'title', row.translation, source.titles.get(row.key) ?? null);
  }
  if (row.browserLink !== same.browserLink && row.browserLink !== null)
    say('warning', 'browserLink', row.browserLink, same.browserLink);
  return findings;
}

function otherOrder(
  other: Tabulation,
  row: TabulationRow,
  source: SourceRows,
  there: TabulationRow | undefined,
): Finding {
  return rowsDiffer(
    `${row.key} stands where ${source.file} has ${there?.key ?? 'its end'}: rows or their order differ from here on.`,
    other.place(row.row, 'linearizationUri'),
  );
}

function onlyHere(other: Tabulation, row: TabulationRow, source: SourceRows): Finding {
  return rowsDiffer(`${row.key} is not in ${source.file}.`, other.place(row.row, 'linearizationUri'));
}

function onlyThere({ file }: Tabulation, row: TabulationRow, source: SourceRows): Finding {
  return rowsDiffer(`${row.key} is in row ${row.row} of ${source.file} and not in ${file}.`, file);
}

function rowsDiffer(message: string, where: string): Finding {
  return { severity: 'error', rule: 'rows-differ', message, where };
}
