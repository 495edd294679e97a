// Changes of index entries in long form, one row for each thing that differs: the columns of CSV and Parquet.
import type { IndexRecord, IndexSide } from './index-record.ts';

/** The columns in their order; null where there is no value. */
export const indexColumns = [
  { name: 'index', type: 'STRING' },
  { name: 'path', type: 'STRING' },
  { name: 'kinds', type: 'STRING' },
  { name: 'differs', type: 'STRING' },
  { name: 'before', type: 'STRING' },
  { name: 'after', type: 'STRING' },
  { name: 'cosmetic', type: 'BOOLEAN' },
  { name: 'code_system', type: 'STRING' },
  { name: 'from_version', type: 'STRING' },
  { name: 'to_version', type: 'STRING' },
  { name: 'sample', type: 'BOOLEAN' },
] as const;

/** What is the same in every row. */
export interface IndexRowContext {
  readonly codeSystem: string;
  readonly from: { readonly version: string; readonly sample: boolean };
  readonly to: { readonly version: string; readonly sample: boolean };
}

/** A row under the names of the columns. */
export type IndexRow = Readonly<Record<(typeof indexColumns)[number]['name'], string | boolean | null>>;

/** One row for an entry that came or went; else one for each of title, leads and path that differ. */
export function indexRows(record: IndexRecord, { codeSystem, from, to }: IndexRowContext): IndexRow[] {
  const { index, kinds, before, after, cosmetic } = record;
  return differences(record).map(({ differs, left, came }) => ({
    index,
    path: pathText((after ?? before)?.path ?? []),
    kinds: kinds.join(' '),
    differs,
    before: left,
    after: came,
    cosmetic,
    code_system: codeSystem,
    from_version: from.version,
    to_version: to.version,
    sample: from.sample || to.sample,
  }));
}

/** The terms with arrows between. */
export function pathText(path: readonly string[]): string {
  return path.join(' › ');
}

interface Difference {
  readonly differs: 'entry' | 'title' | 'leads' | 'path';
  readonly left: string | null;
  readonly came: string | null;
}

function differences({ kinds, before, after }: IndexRecord): Difference[] {
  if (!before || !after) {
    return [{ differs: 'entry', left: before && whole(before), came: after && whole(after) }];
  }
  const pairs: Difference[] = [
    { differs: 'title', left: before.title, came: after.title },
    { differs: 'leads', left: leadsText(before), came: leadsText(after) },
    ...(kinds.includes('moved')
      ? [{ differs: 'path' as const, left: pathText(before.path), came: pathText(after.path) }]
      : []),
  ];
  const differing = pairs.filter(({ left, came }) => left !== came);
  return differing.length > 0 ? differing : [{ differs: 'entry', left: whole(before), came: whole(after) }];
}

/** Where it leads, in order. */
export function leadsText({ leads }: IndexSide): string {
  return leads.join('; ');
}

function whole(side: IndexSide): string {
  const leads = leadsText(side);
  return leads === '' ? side.title : `${side.title}: ${leads}`;
}
