// The columns of a simple tabulation, found by their names, in whatever order an edition has them.

/** The columns that are read, by names of ours; the publisher's names are compared without regard to case. */
const publishedNames = {
  foundationUri: ['Foundation URI'],
  linearizationUri: ['Linearization URI', 'Linearization (release) URI'],
  code: ['Code'],
  blockId: ['BlockId'],
  titleEn: ['TitleEN'],
  title: ['Title'],
  classKind: ['ClassKind'],
  depthInKind: ['DepthInKind'],
  isResidual: ['IsResidual'],
  primaryLocation: ['PrimaryLocation'],
  chapterNo: ['ChapterNo'],
  browserLink: ['BrowserLink'],
  iCatLink: ['iCatLink'],
  isLeaf: ['isLeaf'],
  noOfNonResidualChildren: ['noOfNonResidualChildren'],
  primaryTabulation: ['Primary tabulation'],
  anyPostCoordination: ['Any post-coordination'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type ColumnName = keyof typeof publishedNames;

/** Without these a table is no tabulation. */
export const requiredColumns = [
  'foundationUri',
  'linearizationUri',
  'code',
  'blockId',
  'title',
  'classKind',
  'depthInKind',
  'isResidual',
  'chapterNo',
  'browserLink',
  'isLeaf',
] as const satisfies readonly ColumnName[];

/** Where the columns are, from 0. */
export interface Columns {
  readonly at: Readonly<Partial<Record<ColumnName, number>>>;
  /** Grouping1, Grouping2 …, in the order of their numbers. */
  readonly groupings: readonly number[];
  /** The header field without a column, `Version:2024 Jan 21 - 22:30 UTC`; null where there is none. */
  readonly stamp: number | null;
  /** Columns of names that are not known. */
  readonly unknown: readonly number[];
  /** The first pair of columns with one meaning; null when there is none. */
  readonly twice: readonly [number, number] | null;
}

/** Finds them; a header without any of them gives columns without any place. */
export function findColumns(header: readonly string[]): Columns {
  const found = new Map<ColumnName | `grouping${number}`, number>();
  const unknown: number[] = [];
  let stamp: number | null = null;
  let twice: Columns['twice'] = null;
  for (const [index, published] of header.entries()) {
    if (isStamp(published)) {
      if (stamp === null) stamp = index;
      else twice ??= [stamp, index];
      continue;
    }
    const name = columnName(published);
    const earlier = name === null ? undefined : found.get(name);
    if (name === null) unknown.push(index);
    else if (earlier === undefined) found.set(name, index);
    else twice ??= [earlier, index];
  }
  return { at: placesOf(found), groupings: groupingsOf(found), stamp, unknown, twice };
}

/** True for the header field that tells the edition. */
export function isStamp(field: string): boolean {
  return /^\s*version\s*:/i.test(field);
}

/** How many of the names are a tabulation's. */
export function countColumns({ at, groupings }: Columns): number {
  return Object.keys(at).length + groupings.length;
}

/** The name that the publisher gives the column, in the newest edition known. */
export function publishedName(name: ColumnName): string {
  return publishedNames[name][0];
}

const nameOf: ReadonlyMap<string, ColumnName> = new Map(
  Object.entries(publishedNames).flatMap(([name, names]) =>
    names.map((published) => [folded(published), name as ColumnName] as const),
  ),
);

function columnName(published: string): ColumnName | `grouping${number}` | null {
  const name = folded(published);
  const grouping = /^grouping([1-9]\d?)$/.exec(name)?.[1];
  return grouping === undefined ? (nameOf.get(name) ?? null) : `grouping${Number(grouping)}`;
}

function folded(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function placesOf(found: ReadonlyMap<string, number>): Columns['at'] {
  return Object.fromEntries([...found].filter(([name]) => name in publishedNames));
}

function groupingsOf(found: ReadonlyMap<string, number>): number[] {
  return [...found]
    .flatMap(([name, index]) => {
      const number = /^grouping(\d+)$/.exec(name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), index }];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ index }) => index);
}
