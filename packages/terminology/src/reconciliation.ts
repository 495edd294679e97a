// A publisher's list of changes held against the two releases that it leads from and to: every number, every difference.
import type { Announcement, CodeSort } from './announcement.ts';
import { type CodeChange, type CodesOfRelease, changesBetween } from './code-changes.ts';
import { listedChanges } from './listed-changes.ts';
import { type ReconciledDifference, reconciledDifferences } from './reconciled-differences.ts';
import { countsOf, linesOf, type ReconciledCount, type ReconciledLine } from './reconciled-numbers.ts';
import { spokenUses } from './spoken-uses.ts';

/** What the publisher totals, what its list holds, and what the releases come to. */
export interface Reconciliation {
  /** The name of the list's file. */
  readonly file: string;
  readonly scope: Announcement['scope'];
  /** How many codes of each sort there were, and how many there are. */
  readonly counts: readonly ReconciledCount[];
  /** Additions, deletions and revisions of each sort; of selectable codes only where the list speaks of no others. */
  readonly lines: readonly ReconciledLine[];
  /** Every code where list and releases disagree: lines of the list first, then what it is silent about. */
  readonly differences: readonly ReconciledDifference[];
}

/**
 * Holds the list against the releases. `base` is the one that it starts from; when that is not held (null), the list is
 * held against `release` alone. Terminations and reinstatements leave the list of codes as it is, and are not counted.
 */
export function reconcile(
  announcement: Announcement,
  base: CodesOfRelease | null,
  release: CodesOfRelease,
): Reconciliation {
  const { file, scope, totals } = announcement;
  const uses = spokenUses(announcement);
  const listed = listedChanges(announcement);
  const computed = base && changesBetween(base, release, scope, uses);
  const sorts = (scope === 'all' ? (['selectable', 'header'] as const) : (['selectable'] as const)).map(
    (of: CodeSort) => {
      const isOfSort = ({ selectable }: CodeChange) => selectable === (of === 'selectable');
      return {
        of,
        totals: totals.find((block) => block.of === of) ?? null,
        listed: listed.filter(isOfSort),
        computed: computed && [...computed.values()].filter(isOfSort),
        uses,
      };
    },
  );
  return {
    file,
    scope,
    counts: sorts.flatMap((sort) => countsOf(sort, base, release)),
    lines: sorts.flatMap(linesOf),
    differences: reconciledDifferences({ listed, computed, base, release, uses }),
  };
}
