// The columns of the tables, found by their names; only two columns called `Depth` are told apart by which comes first.
import type { MapTable } from './map-tables.ts';

/** The columns that are read, by names of ours; the publisher's are compared without blanks, case and marks. */
const publishedNames = {
  kind10: ['10ClassKind'],
  depth10: ['10DepthInKind'],
  code10: ['icd10Code'],
  chapter10: ['icd10Chapter'],
  title10: ['icd10Title'],
  kind11: ['11ClassKind'],
  depth11: ['11DepthInKind'],
  foundationUri: ['ICD-11 FoundationURI', 'Foundation URI'],
  linearizationUri: ['Linearization (release) URI', 'Linearization URI'],
  code11: ['icd11Code'],
  chapter11: ['icd11Chapter'],
  title11: ['icd11Title'],
  relation: ['Relation'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type MapColumn = keyof typeof publishedNames;

/** The name in `10To11MapToMultipleCategories` of both columns that others call `10DepthInKind` and `11DepthInKind`. */
const depthOfEither = 'depth';

const columns10: readonly MapColumn[] = ['code10', 'chapter10', 'title10'];
const columns11: readonly MapColumn[] = ['linearizationUri', 'code11', 'chapter11', 'title11'];

/** Where the columns are, from 0. */
export interface MapColumns {
  readonly at: Readonly<Partial<Record<MapColumn, number>>>;
  /** True when depths are called `Depth`, as in the table with several targets. */
  readonly depthsShareAName: boolean;
  /** Columns of names that are not known. */
  readonly unknown: readonly number[];
  /** A column whose meaning an earlier one has already; null when there is none. */
  readonly twice: number | null;
}

/** Finds them; a header without any of them gives columns without any place. */
export function findMapColumns(header: readonly string[]): MapColumns {
  const at: Partial<Record<MapColumn, number>> = {};
  const unknown: number[] = [];
  let depthsShareAName = false;
  let twice: number | null = null;
  for (const [index, published] of header.entries()) {
    const isDepth = folded(published) === depthOfEither;
    depthsShareAName ||= isDepth;
    const name = isDepth ? depthColumn(at) : nameOf.get(folded(published));
    if (name === undefined) unknown.push(index);
    else if (at[name] === undefined) at[name] = index;
    else twice ??= index;
  }
  return { at, depthsShareAName, unknown, twice };
}

/** The columns without which a table is not the one that it should be. */
export function requiredColumns({ from }: MapTable): readonly MapColumn[] {
  if (from === 'icd-11-mms') return [...columns11, ...columns10];
  return ['kind10', 'depth10', ...columns10, 'kind11', 'depth11', 'foundationUri', ...columns11];
}

/** The columns that tell the target; where there is none, its first says so and the others are empty. */
export function targetColumns({ from }: MapTable): readonly [MapColumn, ...MapColumn[]] {
  if (from === 'icd-11-mms') return ['code10', 'chapter10', 'title10'];
  return ['foundationUri', 'kind11', 'depth11', ...columns11];
}

/** The name that the publisher gives the column, in the newest edition known. */
export function publishedName(name: MapColumn): string {
  return publishedNames[name][0];
}

const nameOf: ReadonlyMap<string, MapColumn> = new Map(
  Object.entries(publishedNames).flatMap(([name, names]) =>
    names.map((published) => [folded(published), name as MapColumn] as const),
  ),
);

function depthColumn(at: MapColumns['at']): MapColumn {
  return at.depth10 === undefined ? 'depth10' : 'depth11';
}

/** `Linearization (releaseURI)` and `Linearization (release) URI` are one name. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
