// An index diff: every entry of one alphabetic index or table that changed from one release to another, in a stable order.
import type { IndexEntryRow } from '@codeset/database/read';
import type { IndexChangeKind, IndexContent } from '@codeset/terminology';

/** One entry that changed. */
export interface IndexChange {
  /** Its line in the first release; null when it is not there. */
  readonly from: IndexEntryRow | null;
  /** Its line in the second release; null when it is not there. */
  readonly to: IndexEntryRow | null;
  /** In the order of `indexChangeKinds`; never empty. */
  readonly kinds: readonly IndexChangeKind[];
  /** What it says on either side; null when it is not there. */
  readonly before: IndexLine | null;
  readonly after: IndexLine | null;
  /** Nothing differs but case, punctuation or spacing of its title. */
  readonly cosmetic: boolean;
}

/** What an entry says, with where it stands. */
export interface IndexLine {
  /** The terms from the main term down to the entry's own, without nonessential modifiers. */
  readonly path: readonly string[];
  readonly content: IndexContent;
}

export interface IndexDiff {
  /** Which index, one of the code system's `indexKinds`. */
  readonly kind: string;
  /** In the second release's order, with what is gone where it stood. */
  readonly changes: readonly IndexChange[];
}
