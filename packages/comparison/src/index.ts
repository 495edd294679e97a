// What changed and what became of it: diffs of releases, for the gateway and the command line alike.
export { buildLineage, type LineageSources } from './build-lineage.ts';
export {
  type CarriedCode,
  type CarriedList,
  type CarriedStatus,
  type CarriedStep,
  type CarriedSummary,
  type CodeToCarry,
  carriedStatuses,
  type ListedCode,
} from './carried-list.ts';
export { carryForward, type ListToCarry } from './carry-forward.ts';
export { compareIndexes, type IndexesToCompare } from './compare-indexes.ts';
export { compareReleases, type ReleasesToCompare } from './compare-releases.ts';
export { type ContentReader, contentReader } from './concept-parts.ts';
export { type ChangeDetail, type DetailedNoteChange, describeChanges } from './describe-changes.ts';
export {
  type ChapterTotal,
  type CodeTotals,
  type DiffTotals,
  type KindTotal,
  type SelectableTotals,
  totalChanges,
} from './diff-totals.ts';
export { type ChangeFilter, everyChange, filterChanges, type SubtreeOfBoth } from './filter-changes.ts';
export { filterIndexChanges, type IndexChangeFilter } from './filter-index-changes.ts';
export { type ConceptToFollow, type HistoryEvent, historyOf } from './history.ts';
export type { IndexChange, IndexDiff, IndexLine } from './index-diff.ts';
export { compareReferences, type ReferenceChange } from './index-references.ts';
export {
  type AllIndexTotals,
  type IndexKindTotal,
  type IndexTotals,
  type TotalsOfIndex,
  totalIndexChanges,
} from './index-totals.ts';
export {
  type Contradiction,
  type Evidence,
  type EvidenceSource,
  Lineage,
  type LineageEdge,
  type LineageRelation,
  type NamedCodes,
  type Unresolved,
} from './lineage.ts';
export {
  type ReconciledAnnouncement,
  type ReleaseToReconcile,
  reconcileAnnouncements,
} from './reconcile-announcements.ts';
export type { Change, Chapter, ComparedParts, NoteMove, ReleaseDiff } from './release-diff.ts';
export { refuseWay } from './releases-to-carry.ts';
export { Turns } from './turns.ts';
export { diffOfWords, type WordRun } from './word-diff.ts';
