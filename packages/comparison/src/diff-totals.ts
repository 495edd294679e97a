// The totals of a diff: by kind, by chapter, and in the publishers' own sense.
import { type ChangeKind, changeKinds } from '@codeset/terminology';
import type { Change, Chapter, ReleaseDiff } from './release-diff.ts';

export interface DiffTotals {
  /** Concepts that changed. */
  readonly concepts: number;
  /** Of these, the ones in which only case, punctuation or spacing of texts differ. */
  readonly cosmetic: number;
  /** Concepts by kind of change, every kind in the order of `changeKinds`; one concept can count under several. */
  readonly kinds: readonly KindTotal[];
  /** The same by chapter, in tabular order, chapters without a change left out. */
  readonly chapters: readonly ChapterTotal[];
  readonly codes: CodeTotals;
  readonly selectable: SelectableTotals;
}

export interface KindTotal {
  readonly kind: ChangeKind;
  readonly count: number;
}

export interface ChapterTotal {
  /** Null for changes whose chapter is not known: a release without groupings. */
  readonly chapter: Chapter | null;
  readonly concepts: number;
  /** Kinds that occur. */
  readonly kinds: readonly KindTotal[];
}

/** Codes as they are written, whatever they stand for. */
export interface CodeTotals {
  readonly added: number;
  readonly removed: number;
}

/** Selectable codes in the publishers' sense: a plain comparison of two lists, and what became of those that are lost. */
export interface SelectableTotals {
  readonly gained: number;
  readonly lost: number;
  /** Of the lost, the ones that became headers over new codes. */
  readonly becameHeaders: number;
  /** Of the lost, the ones whose placeholder was replaced. */
  readonly placeholdersReplaced: number;
  /** Of the lost, the others. */
  readonly withoutHeirs: number;
  /** Selectable in both, with another display to the letter. */
  readonly revised: number;
}

/** The totals of these changes of the diff. */
export function totalChanges(
  { chapters, codeKinds }: Pick<ReleaseDiff, 'chapters' | 'codeKinds'>,
  changes: readonly Change[],
): DiffTotals {
  const byChapter = new Map<string | null, Change[]>();
  for (const change of changes) {
    const group = byChapter.get(change.chapterKey);
    if (group) group.push(change);
    else byChapter.set(change.chapterKey, [change]);
  }
  const ofChapter = (chapter: Chapter | null): ChapterTotal[] => {
    const group = byChapter.get(chapter?.key ?? null) ?? [];
    if (group.length === 0) return [];
    return [{ chapter, concepts: group.length, kinds: countKinds(group).filter(({ count }) => count > 0) }];
  };
  return {
    concepts: changes.length,
    cosmetic: changes.filter(({ cosmetic }) => cosmetic).length,
    kinds: countKinds(changes),
    chapters: [...chapters.flatMap(ofChapter), ...ofChapter(null)],
    codes: countCodes(changes, codeKinds),
    selectable: countSelectable(changes),
  };
}

function countKinds(changes: readonly Change[]): KindTotal[] {
  const counts = new Map<ChangeKind, number>();
  for (const { kinds } of changes) for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return changeKinds.map((kind) => ({ kind, count: counts.get(kind) ?? 0 }));
}

function countCodes(changes: readonly Change[], codeKinds: ReadonlySet<string>): CodeTotals {
  const [before, after] = [new Set<string>(), new Set<string>()];
  for (const change of changes) {
    if (change.before && codeKinds.has(change.before.kind) && change.from?.code) before.add(change.from.code);
    if (change.after && codeKinds.has(change.after.kind) && change.to?.code) after.add(change.to.code);
  }
  return {
    added: [...after].filter((code) => !before.has(code)).length,
    removed: [...before].filter((code) => !after.has(code)).length,
  };
}

function countSelectable(changes: readonly Change[]): SelectableTotals {
  const was = (change: Change) => change.before?.selectable === true;
  const is = (change: Change) => change.after?.selectable === true;
  const lost = changes.filter((change) => was(change) && !is(change));
  const subdivided = lost.filter(({ heirs }) => heirs.length > 0);
  const becameHeaders = subdivided.filter(({ to }) => to !== null).length;
  return {
    gained: changes.filter((change) => is(change) && !was(change)).length,
    lost: lost.length,
    becameHeaders,
    placeholdersReplaced: subdivided.length - becameHeaders,
    withoutHeirs: lost.length - subdivided.length,
    revised: changes.filter(
      (change) => was(change) && is(change) && change.before?.display !== change.after?.display,
    ).length,
  };
}
