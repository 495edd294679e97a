// The totals of index diffs: by kind of change, and by index.
import { type IndexChangeKind, indexChangeKinds } from '@codeset/terminology';
import type { IndexChange, IndexDiff } from './index-diff.ts';

export interface IndexTotals {
  /** Entries that changed. */
  readonly entries: number;
  /** Of these, the ones in which only case, punctuation or spacing of the title differ. */
  readonly cosmetic: number;
  /** Entries by kind of change, every kind in the order of `indexChangeKinds`; one entry can count under several. */
  readonly kinds: readonly IndexKindTotal[];
}

export interface IndexKindTotal {
  readonly kind: IndexChangeKind;
  readonly count: number;
}

/** The totals of one index. */
export interface TotalsOfIndex extends IndexTotals {
  /** Which index. */
  readonly index: string;
}

export interface AllIndexTotals extends IndexTotals {
  /** The same for each index that was compared, with or without changes. */
  readonly indexes: readonly TotalsOfIndex[];
}

/** The totals of these diffs, or of what a filter has left of them. */
export function totalIndexChanges(diffs: readonly IndexDiff[]): AllIndexTotals {
  return {
    ...totalsOf(diffs.flatMap(({ changes }) => changes)),
    indexes: diffs.map(({ kind, changes }) => ({ index: kind, ...totalsOf(changes) })),
  };
}

function totalsOf(changes: readonly IndexChange[]): IndexTotals {
  const counts = new Map<IndexChangeKind, number>();
  for (const { kinds } of changes) for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    entries: changes.length,
    cosmetic: changes.filter(({ cosmetic }) => cosmetic).length,
    kinds: indexChangeKinds.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })),
  };
}
