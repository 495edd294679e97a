// A release diff: every concept that changed from one release to another, in a stable order, with its kinds.
import type { ConceptRow, Headline, PublishedRelease } from '@codeset/database/read';
import type { ChangeKind, ComparisonScope } from '@codeset/terminology';

/** One concept that changed; its texts, fields and notes are told by `describeChanges`. */
export interface Change {
  /** Identity of the concept over all releases. */
  readonly key: string;
  /** Its line in the first release; null when it is not there. */
  readonly from: ConceptRow | null;
  /** Its line in the second release; null when it is not there. */
  readonly to: ConceptRow | null;
  /** In the order of `changeKinds`; never empty. */
  readonly kinds: readonly ChangeKind[];
  /** Kind, flag and display on either side; null when it is not there. */
  readonly before: Headline | null;
  readonly after: Headline | null;
  /** Key of the grouping at the top of its tree, in the second release where it is there; null where none is known. */
  readonly chapterKey: string | null;
  /** Every rewording of it is cosmetic, and nothing but texts differs. */
  readonly cosmetic: boolean;
  /** Keys of the codes that took its place, in tabular order; empty unless it was subdivided. */
  readonly heirs: readonly string[];
  /** Notes that stand on a concept above or below it in the other release. */
  readonly noteMoves: readonly NoteMove[];
}

/** A note that moved along the tree, as one of the two concepts sees it. */
export interface NoteMove {
  readonly kind: string;
  readonly text: string;
  readonly direction: 'movedUp' | 'movedDown';
  /** True on the concept that lost it, false on the one that has it now. */
  readonly left: boolean;
  /** Key of the other concept. */
  readonly otherKey: string;
}

/** The kinds of source that two releases have in common, and those that only one of them has. */
export interface SharedParts {
  /** Parts that both have. */
  readonly compared: readonly string[];
  /** Parts that only the first has. */
  readonly onlyFrom: readonly string[];
  /** Parts that only the second has. */
  readonly onlyTo: readonly string[];
}

/** What was compared, and what not since one of the releases came without it. */
export interface ComparedParts extends SharedParts {
  /** Whether both hold the groupings over codes, such as chapters; where not, groupings are left out. */
  readonly groupings: boolean;
}

/** A top grouping that changes are counted by. */
export interface Chapter {
  readonly key: string;
  readonly code: string | null;
  readonly display: string;
}

export interface ReleaseDiff {
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
  /** In tabular order: that of the second release, with what is gone where it stood. */
  readonly changes: readonly Change[];
  readonly parts: ComparedParts;
  /** The top groupings of either release, in tabular order. */
  readonly chapters: readonly Chapter[];
  /** What the detail of a change leaves out. */
  readonly scope: ComparisonScope;
  /** Kinds of concepts that are codes. */
  readonly codeKinds: ReadonlySet<string>;
}
