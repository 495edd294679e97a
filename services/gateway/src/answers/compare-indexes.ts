// The indexes of two releases compared: which ones, their changes page by page, and totals.
import {
  type AllIndexTotals,
  filterIndexChanges,
  type IndexChange,
  type IndexDiff,
  totalIndexChanges,
} from '@codeset/comparison';
import { CodesetError, type IndexChangeKind, type TermDefinition } from '@codeset/terminology';
import { type Connection, type PageArguments, readPage } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease } from '../pinned-release.ts';
import type { Comparison } from './compare.ts';

/** A change of an index entry, at its place in the list that was asked for. */
export interface PlacedIndexChange {
  readonly comparison: Comparison;
  readonly change: IndexChange;
  /** Which index. */
  readonly index: string;
  readonly row: { readonly position: number };
}

/** What a client asks of the changes, as the schema has it. */
export interface AskedIndexChanges {
  readonly kinds?: readonly IndexChangeKind[] | null | undefined;
  readonly index?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly withoutCosmetic: boolean;
  readonly text?: string | null | undefined;
}

/** The indexes that both releases came with, and those that only one of them did; as the code system lists them. */
export interface IndexesOfBoth {
  readonly compared: readonly TermDefinition[];
  readonly notCompared: readonly TermDefinition[];
}

/** Tells the indexes that can be compared from those that one of the releases came without. */
export async function listIndexesOfBoth(
  { releases, loaders }: GatewayContext,
  { from, to }: Comparison,
): Promise<IndexesOfBoth> {
  const system = await releases.findCodeSystem(to.row.codeSystem);
  const kindsOf = async ({ row }: PinnedRelease) =>
    new Set((await loaders.indexKinds.load(row.id)).map(({ kind }) => kind));
  const [had, has] = await Promise.all([kindsOf(from), kindsOf(to)]);
  const indexes = system?.indexKinds ?? [];
  return {
    compared: indexes.filter(({ code }) => had.has(code) && has.has(code)),
    notCompared: indexes.filter(({ code }) => had.has(code) !== has.has(code)),
  };
}

/** A page of the changes that are asked for. BAD_REQUEST for an index that the code system does not have. */
export async function readIndexChanges(
  context: GatewayContext,
  comparison: Comparison,
  asked: AskedIndexChanges,
  page: PageArguments,
): Promise<Connection<PlacedIndexChange>> {
  const diffs = await listIndexDiffs(context, comparison, asked);
  const found = diffs.flatMap(({ kind, changes }) => changes.map((change) => ({ index: kind, change })));
  const { kinds, index, code, withoutCosmetic, text } = asked;
  const filter = [kinds?.join(' ') ?? null, index ?? null, code ?? null, withoutCosmetic, text ?? null];
  const list = {
    scope: [comparison.from.row.digest, comparison.to.row.digest, 'indexChanges', ...filter],
    countAll: async () => found.length,
    read: async (after: number | null, limit: number) => {
      const start = (after ?? -1) + 1;
      return found
        .slice(start, start + limit)
        .map((placed, i) => ({ ...placed, comparison, row: { position: start + i } }));
    },
  };
  return await readPage(list, page);
}

/** The totals of the changes that are asked for. BAD_REQUEST for an index that the code system does not have. */
export async function countIndexChanges(
  context: GatewayContext,
  comparison: Comparison,
  asked: AskedIndexChanges,
): Promise<AllIndexTotals> {
  return totalIndexChanges(await listIndexDiffs(context, comparison, asked));
}

/** The diffs of the compared indexes, one after the other, with what the filter leaves of each. */
async function listIndexDiffs(
  context: GatewayContext,
  comparison: Comparison,
  { kinds, index, code, withoutCosmetic, text }: AskedIndexChanges,
): Promise<IndexDiff[]> {
  if (typeof index === 'string') await refuseUnknownIndex(context, comparison, index);
  const { compared } = await listIndexesOfBoth(context, comparison);
  const { from, to } = comparison;
  const filter = { kinds: kinds ?? null, code: code ?? null, withoutCosmetic, text: text ?? null };
  const diffs: IndexDiff[] = [];
  for (const { code: kind } of compared) {
    if (typeof index === 'string' && index !== kind) continue;
    const { changes } = await context.indexDiffs({ fromId: from.row.id, toId: to.row.id, kind });
    diffs.push({ kind, changes: await filterIndexChanges(changes, filter) });
  }
  return diffs;
}

/** A word that is no index would look like an index without changes. */
async function refuseUnknownIndex(
  { releases }: GatewayContext,
  { to }: Comparison,
  index: string,
): Promise<void> {
  const system = await releases.findCodeSystem(to.row.codeSystem);
  const known = (system?.indexKinds ?? []).map(({ code }) => code);
  if (known.includes(index)) return;
  const those = known.length === 0 ? 'It has none.' : `Its indexes: ${known.join(', ')}.`;
  throw new CodesetError('BAD_REQUEST', `${to.row.codeSystem} has no index \`${index}\`. ${those}`, {
    details: { found: index },
  });
}
