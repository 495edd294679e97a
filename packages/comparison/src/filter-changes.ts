// Which changes of a diff are asked for.
import type { ChangeKind } from '@codeset/terminology';
import type { Change, ReleaseDiff } from './release-diff.ts';

/** What is asked for; null asks for everything. */
export interface ChangeFilter {
  /** Those that have one of these kinds. */
  readonly kinds: readonly ChangeKind[] | null;
  /** Those in the subtree of the concept: its lines in the first and in the second release, where it has any. */
  readonly under: SubtreeOfBoth | null;
  /** Leaves out what is selectable in neither release. */
  readonly selectableOnly: boolean;
  /** Leaves out what differs in case, punctuation or spacing only. */
  readonly withoutCosmetic: boolean;
  /** Those whose code or display, before or after, has all of these words. */
  readonly text: string | null;
}

/** Where a subtree stands in either release; null where it does not. */
export interface SubtreeOfBoth {
  readonly from: { readonly position: number; readonly subtreeEnd: number } | null;
  readonly to: { readonly position: number; readonly subtreeEnd: number } | null;
}

/** Asks for every change. */
export const everyChange: ChangeFilter = {
  kinds: null,
  under: null,
  selectableOnly: false,
  withoutCosmetic: false,
  text: null,
};

/** The changes that the filter asks for, in the diff's order. */
export function filterChanges({ changes }: ReleaseDiff, filter: ChangeFilter): readonly Change[] {
  const { kinds, under, selectableOnly, withoutCosmetic } = filter;
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (!kinds && !under && !selectableOnly && !withoutCosmetic && words.length === 0) return changes;
  const wanted = new Set(kinds ?? []);
  return changes.filter(
    (change) =>
      (!kinds || change.kinds.some((kind) => wanted.has(kind))) &&
      (!under || isWithin(change.from, under.from) || isWithin(change.to, under.to)) &&
      (!selectableOnly || change.before?.selectable === true || change.after?.selectable === true) &&
      (!withoutCosmetic || !change.cosmetic) &&
      (words.length === 0 || hasWords(change, words)),
  );
}

function isWithin(row: Change['from'], range: SubtreeOfBoth['from']): boolean {
  return row !== null && range !== null && row.position >= range.position && row.position <= range.subtreeEnd;
}

function hasWords({ from, to, before, after }: Change, words: readonly string[]): boolean {
  const text = [from?.code, to?.code, before?.display, after?.display].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
