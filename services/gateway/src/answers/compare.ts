// Two releases compared: the diff, its pages, and the details of the changes that are asked for.
import {
  type Change,
  type ChangeDetail,
  type ChangeFilter,
  type ContentReader,
  describeChanges,
  type DiffTotals,
  filterChanges,
  type ReleaseDiff,
  totalChanges,
} from '@codeset/comparison';
import type { ChangeKind } from '@codeset/terminology';
import { CodesetError } from '@codeset/terminology';
import DataLoader from 'dataloader';
import { type Connection, type PageArguments, readPage } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import { beyondLimit } from '../limits/refuse.ts';
import type { Loaders } from '../loaders/request-loaders.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { findConcept } from './find-concept.ts';

/** The two releases that a change lies between, and what tells its details. */
export interface BetweenReleases {
  readonly from: PinnedRelease;
  readonly to: PinnedRelease;
  readonly details: DataLoader<Change, ChangeDetail>;
}

/** Two releases that a request compares. */
export interface Comparison extends BetweenReleases {
  /** Compared when something of it is asked for: whoever wants the indexes alone does not wait for it. */
  readonly diff: () => Promise<ReleaseDiff>;
}

/** A change between two releases. */
export interface ComparedChange {
  readonly comparison: BetweenReleases;
  readonly change: Change;
}

/** A change at its place in the diff's order. */
export interface PlacedChange extends ComparedChange {
  readonly row: { readonly position: number };
}

/** What a client asks of the changes, as the schema has it. */
export interface AskedChanges {
  readonly kinds?: readonly ChangeKind[] | null | undefined;
  readonly under?: string | null | undefined;
  readonly selectableOnly: boolean;
  readonly withoutCosmetic: boolean;
  readonly text?: string | null | undefined;
}

/** Compares two versions of a code system. RELEASE_UNKNOWN, CODE_SYSTEM_UNKNOWN, QUERY_TOO_EXPENSIVE. */
export async function compareVersions(
  context: GatewayContext,
  codeSystem: string,
  versions: { readonly from: string; readonly to: string },
): Promise<Comparison> {
  const { releases, loaders } = context;
  const [from, to] = await Promise.all(
    [versions.from, versions.to].map((version) => releases.pin({ codeSystem, version, on: null })),
  );
  const definition = await releases.findCodeSystem(codeSystem);
  if (!from || !to || !definition) throw new CodesetError('INTERNAL', `no definition of ${codeSystem}`);
  noteComparison(context, from.row, to.row);
  const asked = { definition, from: from.row, to: to.row, held: from.held };
  let compared: Promise<ReleaseDiff> | undefined;
  const diff = () => {
    compared ??= context.diffs(asked);
    return compared;
  };
  return { from, to, diff, details: detailsLoader(loaders, diff) };
}

/** Notes that the request compares the two, releases of code systems or of maps. QUERY_TOO_EXPENSIVE beyond the limit. */
export function noteComparison(
  { comparisons, limits }: GatewayContext,
  from: { readonly id: number },
  to: { readonly id: number },
): void {
  const made = comparisons.add(`${from.id} ${to.id}`).size;
  if (made > limits.comparisons) {
    throw beyondLimit('comparisons', limits, made, 'Compare the others in further requests.');
  }
}

/** The details of changes of one pair of releases, those of a page at once. */
export function detailsLoader(
  loaders: Loaders,
  told: () => Promise<Pick<ReleaseDiff, 'scope' | 'codeKinds'>>,
): DataLoader<Change, ChangeDetail> {
  const contents = loadedContents(loaders);
  return new DataLoader(async (changes) => await describeChanges(contents, await told(), changes));
}

/** A page of the changes that are asked for. BAD_REQUEST for a cursor of another list. */
export async function readChanges(
  context: GatewayContext,
  comparison: Comparison,
  asked: AskedChanges,
  page: PageArguments,
): Promise<Connection<PlacedChange>> {
  const found = await listChanges(context, comparison, asked);
  const { kinds, under, selectableOnly, withoutCosmetic, text } = asked;
  const filter = [kinds?.join(' ') ?? null, under ?? null, selectableOnly, withoutCosmetic, text ?? null];
  const list = {
    scope: [comparison.from.row.digest, comparison.to.row.digest, 'changes', ...filter],
    countAll: async () => found.length,
    read: async (after: number | null, limit: number) =>
      found
        .slice((after ?? -1) + 1, (after ?? -1) + 1 + limit)
        .map((change, i) => ({ comparison, change, row: { position: (after ?? -1) + 1 + i } })),
  };
  return await readPage(list, page);
}

/** The totals of the changes that are asked for. */
export async function countChanges(
  context: GatewayContext,
  comparison: Comparison,
  asked: AskedChanges,
): Promise<DiffTotals> {
  return totalChanges(await comparison.diff(), await listChanges(context, comparison, asked));
}

async function listChanges(
  context: GatewayContext,
  comparison: Comparison,
  asked: AskedChanges,
): Promise<readonly Change[]> {
  const { from, to } = comparison;
  const diff = await comparison.diff();
  const filter: ChangeFilter = {
    kinds: asked.kinds ?? null,
    under: null,
    selectableOnly: asked.selectableOnly,
    withoutCosmetic: asked.withoutCosmetic,
    text: asked.text ?? null,
  };
  if (typeof asked.under !== 'string') return filterChanges(diff, filter);
  const under = asked.under;
  const [before, after] = await Promise.all(
    [from, to].map((release) => findConcept(context, release, under)),
  );
  if (!before && !after) {
    const message = `\`under: "${under}"\` is in neither release, ${from.row.version} nor ${to.row.version}.`;
    throw new CodesetError('BAD_REQUEST', message);
  }
  return filterChanges(diff, { ...filter, under: { from: before?.row ?? null, to: after?.row ?? null } });
}

/** The concept of a key in one of the two releases; null when it is not there. */
export async function findByKey(
  { loaders }: GatewayContext,
  release: PinnedRelease,
  key: string,
): Promise<ReleaseConcept | null> {
  const [row] = await loaders.of(release).conceptsByKey.load(key);
  return row ? { release, row } : null;
}

/** The grouping at the top, in the second release where it is there. */
export async function findChapter(
  context: GatewayContext,
  { comparison, change }: ComparedChange,
): Promise<ReleaseConcept | null> {
  const { chapterKey } = change;
  if (chapterKey === null) return null;
  const { from, to } = comparison;
  return (await findByKey(context, to, chapterKey)) ?? (await findByKey(context, from, chapterKey));
}

/** The codes that took the place of a subdivided one, in tabular order. */
export async function listHeirs(
  context: GatewayContext,
  { comparison, change }: ComparedChange,
): Promise<ReleaseConcept[]> {
  const heirs = await Promise.all(change.heirs.map((key) => findByKey(context, comparison.to, key)));
  return heirs.flatMap((heir) => heir ?? []);
}

/** The request's loaders with their caches, in the form in which comparing reads contents. */
export function loadedContents(loaders: Loaders): ContentReader {
  const byId =
    <Row, Content>(loader: { load(id: number): Promise<Row> }, contentOf: (row: Row) => Content) =>
    async (ids: readonly number[]) =>
      new Map(await Promise.all(ids.map(async (id) => [id, contentOf(await loader.load(id))] as const)));
  return {
    contents: byId(loaders.contents, (row) => row),
    noteSets: byId(loaders.noteSets, ({ content }) => content),
    propertySets: byId(loaders.propertySets, (row) => row),
    designationSets: byId(loaders.designationSets, (row) => row),
  };
}
