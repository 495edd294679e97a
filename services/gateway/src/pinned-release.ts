// A release as one request sees it: pinned, with the reason why it is this one.
import type { ConceptRow, IndexEntryRow, PublishedRelease } from '@codeset/database/read';
import type { PlainDate } from '@codeset/terminology';

/** How a release came to serve a request: named, in force on a date, in force today, or found in a list. */
export type SelectedBy = 'VERSION' | 'DATE' | 'TODAY' | 'LIST';

/** Why it is this release. */
export interface ReleaseSelection {
  readonly by: SelectedBy;
  /** The date asked for, or today's; null where no date played a part. */
  readonly date: PlainDate | null;
  /** Why it is not sure that the release is in force on the date; null when there is no doubt. */
  readonly doubt: string | null;
}

/** A published release that a request has pinned. */
export interface PinnedRelease {
  readonly row: PublishedRelease;
  readonly selection: ReleaseSelection;
  /** All published releases of the code system, this one and drafts among them, by effective date. */
  readonly held: readonly PublishedRelease[];
}

/** A concept of a pinned release. */
export interface ReleaseConcept {
  readonly release: PinnedRelease;
  readonly row: ConceptRow;
}

/** An index entry of a pinned release. */
export interface ReleaseIndexEntry {
  readonly release: PinnedRelease;
  readonly row: IndexEntryRow;
}
