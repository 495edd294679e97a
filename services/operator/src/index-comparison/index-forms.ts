// Changes of indexes as CSV, ndjson, Markdown and JSON, piece by piece, and as Parquet.
import type { AllIndexTotals } from '@codeset/comparison';
import { type IndexChangeKind, indexChangeKinds } from '@codeset/terminology';
import type { Format } from '../comparison/asked-comparison.ts';
import { literal, plain, table } from '../comparison/markdown-text.ts';
import { type ReleaseFacts, releaseFacts, releaseLabel } from '../comparison/release-facts.ts';
import { byteOrderMark, csvLines } from '../csv-text.ts';
import { writeParquetRows } from '../parquet-file.ts';
import type { IndexRecord } from './index-record.ts';
import { indexColumns, indexRows, leadsText, pathText } from './index-rows.ts';

/** Two releases with what changed in their indexes. */
export interface IndexComparison {
  readonly codeSystem: string;
  readonly from: ReleaseFacts;
  readonly to: ReleaseFacts;
  /** Titles of indexes by their codes. */
  readonly titles: ReadonlyMap<string, string>;
  /** Indexes that only one of the releases came with. */
  readonly notCompared: readonly string[];
  readonly totals: AllIndexTotals;
  readonly records: readonly IndexRecord[];
}

/** Writes the whole in a form. */
export async function writeIndexForm(
  form: Format | 'json',
  comparison: IndexComparison,
  write: (piece: string | Uint8Array) => Promise<void>,
): Promise<void> {
  if (form === 'parquet') {
    const rows = async function* () {
      for (const record of comparison.records) yield* indexRows(record, comparison);
    };
    await writeParquetRows({ columns: indexColumns, rows: rows(), facts: indexFacts(comparison) }, write);
    return;
  }
  for (const piece of pieces(form, comparison)) await write(piece);
}

/** What is said of the comparison as a whole. */
export function indexFacts({ codeSystem, from, to, notCompared, totals }: IndexComparison) {
  return { codeSystem, from: releaseFacts(from), to: releaseFacts(to), notCompared, totals };
}

/** Records written at a time. */
const page = 500;

function* pieces(form: Exclude<Format, 'parquet'> | 'json', comparison: IndexComparison): Generator<string> {
  const { codeSystem, from, to, records } = comparison;
  switch (form) {
    case 'json':
      yield `${JSON.stringify({ ...indexFacts(comparison), changes: records }, null, 2)}\n`;
      return;
    case 'markdown':
      yield* markdown(comparison);
      return;
    case 'csv':
      yield `${byteOrderMark}${csvLines([indexColumns.map(({ name }) => name)])}`;
      for (const some of pagesOf(records)) {
        const rows = some.flatMap((record) => indexRows(record, comparison));
        yield csvLines(rows.map((row) => indexColumns.map(({ name }) => row[name])));
      }
      return;
    case 'ndjson': {
      const same = { codeSystem, from: from.version, to: to.version, sample: from.sample || to.sample };
      for (const some of pagesOf(records)) {
        yield some.map((record) => `${JSON.stringify({ ...same, ...record })}\n`).join('');
      }
      return;
    }
    default:
      form satisfies never;
  }
}

function* pagesOf(records: readonly IndexRecord[]): Generator<readonly IndexRecord[]> {
  for (let start = 0; start < records.length; start += page) yield records.slice(start, start + page);
}

/** What a reader calls each kind. */
const names: Readonly<Record<IndexChangeKind, string>> = {
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved',
  reworded: 'Reworded',
  leadsElsewhere: 'Leads elsewhere',
};

/** The totals, index by index. */
export function totalsRows({ totals, titles }: IndexComparison): string[][] {
  return totals.indexes.map(({ index, entries, kinds }) => [
    titles.get(index) ?? index,
    String(entries),
    ...kinds.map(({ count }) => String(count)),
  ]);
}

/** The heads of those totals. */
export const totalsHead: readonly string[] = [
  'Index',
  'entries',
  ...indexChangeKinds.map((kind) => names[kind]),
];

function* markdown(comparison: IndexComparison): Generator<string> {
  const { codeSystem, from, to, notCompared, titles, totals, records } = comparison;
  yield `# What changed in the indexes of ${plain(codeSystem)} from ${plain(releaseLabel(from))} to ${plain(releaseLabel(to))}\n\n`;
  if (totals.entries === 0) yield 'Nothing changed.\n\n';
  if (totals.indexes.length > 0)
    yield `${table(
      totalsHead,
      totalsRows(comparison).map((row) => row.map(plain)),
    )}\n`;
  if (notCompared.length > 0) {
    const named = notCompared.map((index) => plain(titles.get(index) ?? index)).join(', ');
    yield `Not compared, since only one of the releases came with it: ${named}.\n\n`;
  }
  for (const { index } of totals.indexes) {
    const ofIndex = records.filter((record) => record.index === index);
    if (ofIndex.length === 0) continue;
    yield `## ${plain(titles.get(index) ?? index)}\n\n`;
    for (const kind of indexChangeKinds) {
      const having = ofIndex.filter(({ kinds }) => kinds[0] === kind);
      if (having.length > 0) yield `### ${names[kind]}\n\n${having.map(line).join('')}\n`;
    }
  }
}

/** An entry under the first of its kinds, with everything that differs in it. */
function line({ kinds, before, after }: IndexRecord): string {
  const path = plain(pathText((after ?? before)?.path ?? []));
  if (!before || !after) {
    const leads = leadsText(after ?? before ?? { path: [], title: '', leads: [] });
    return `- ${path}${leads === '' ? '' : `: ${literal(leads)}`}\n`;
  }
  const parts = [
    before.title === after.title ? [] : [`~~${plain(before.title)}~~ **${plain(after.title)}**`],
    leadsText(before) === leadsText(after)
      ? []
      : [`${literal(leadsText(before)) || 'nowhere'} → ${literal(leadsText(after)) || 'nowhere'}`],
    kinds.includes('moved') ? [`from ${plain(pathText(before.path))}`] : [],
  ].flat();
  return `- ${path}: ${parts.join('; ')}\n`;
}
