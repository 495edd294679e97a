// The numbers of a reconciliation: what the publisher totals, what its list holds, what the releases come to.
import type { AnnouncedTotals, CodeSort, RevisionsByText } from './announcement.ts';
import {
  type ChangeOfList,
  type CodeChange,
  type CodesOfRelease,
  changesOfList,
  sameDesignations,
} from './code-changes.ts';
import type { SpokenUses } from './spoken-uses.ts';

/** The number of codes on one side. */
export interface ReconciledCount {
  readonly of: CodeSort;
  /** `from`: the release that the list starts from; `to`: the one that it leads to. */
  readonly side: 'from' | 'to';
  /** By the publisher's totals; null when it gives none. */
  readonly announced: number | null;
  /** In the release; null when the one that the list starts from is not held. */
  readonly held: number | null;
  readonly agrees: boolean;
}

/** One number, counted in three ways. */
export interface ReconciledNumber {
  /** By the publisher's totals; null when it gives none. */
  readonly announced: number | null;
  /** Lines of the list. */
  readonly listed: number;
  /** Changes between the two releases; null when the one that the list starts from is not held. */
  readonly computed: number | null;
  readonly agrees: boolean;
}

/** Additions, deletions or revisions of one sort of code. */
export interface ReconciledLine extends ReconciledNumber {
  readonly of: CodeSort;
  readonly change: ChangeOfList;
  /** Revisions by the texts that they change; empty for other changes, and for lists of displays alone. */
  readonly ofWhich: readonly ReconciledPart[];
}

/** Revisions that change the same texts. */
export interface ReconciledPart extends ReconciledNumber {
  readonly texts: keyof RevisionsByText;
}

/** What is known of one sort of code. */
export interface ChangesOfSort {
  readonly of: CodeSort;
  readonly totals: AnnouncedTotals | null;
  readonly listed: readonly CodeChange[];
  /** Null when the release that the list starts from is not held. */
  readonly computed: readonly CodeChange[] | null;
  readonly uses: SpokenUses;
}

/** Both sides of one sort of code. */
export function countsOf(
  { of, totals }: ChangesOfSort,
  base: CodesOfRelease | null,
  release: CodesOfRelease,
): ReconciledCount[] {
  return (['from', 'to'] as const).map((side) => {
    const codes = side === 'from' ? base : release;
    const announced = totals?.[side] ?? null;
    const held =
      codes && count([...codes.values()], ({ selectable }) => selectable === (of === 'selectable'));
    return { of, side, announced, held, agrees: announced === null || held === null || announced === held };
  });
}

/** The lines of one sort of code. */
export function linesOf(sort: ChangesOfSort): ReconciledLine[] {
  return changesOfList.map((change) => ({
    of: sort.of,
    change,
    ...numbersOf(sort, sort.totals?.[totalsNames[change]] ?? null, (made) => made.change === change),
    ofWhich: change === 'revision' && speaksOfDesignations(sort.uses) ? partsOf(sort) : [],
  }));
}

const totalsNames = { addition: 'additions', deletion: 'deletions', revision: 'revisions' } as const;

function speaksOfDesignations(uses: SpokenUses): boolean {
  return uses === 'all' || uses.size > 0;
}

function partsOf(sort: ChangesOfSort): ReconciledPart[] {
  return (['both', 'displayOnly', 'designationsOnly'] as const).map((texts) => ({
    texts,
    ...numbersOf(
      sort,
      sort.totals?.ofWhich?.[texts] ?? null,
      (made) => textsRevised(made, sort.uses) === texts,
    ),
  }));
}

function numbersOf(
  { listed, computed }: ChangesOfSort,
  announced: number | null,
  counts: (change: CodeChange) => boolean,
): ReconciledNumber {
  const numbers = { announced, listed: count(listed, counts), computed: computed && count(computed, counts) };
  const said = new Set(Object.values(numbers).filter((number) => number !== null));
  return { ...numbers, agrees: said.size === 1 };
}

/** Null for a change that is no revision, or changes nothing. */
function textsRevised({ before, after }: CodeChange, uses: SpokenUses): keyof RevisionsByText | null {
  if (!before || !after) return null;
  const display = before.display !== after.display;
  const designations = !sameDesignations(before, after, uses);
  if (display && designations) return 'both';
  if (display) return 'displayOnly';
  return designations ? 'designationsOnly' : null;
}

function count<T>(values: readonly T[], counts: (value: T) => boolean): number {
  return values.reduce((sum, value) => (counts(value) ? sum + 1 : sum), 0);
}
