// What a publisher says changed: the list that comes with a release (addenda, transaction report), in our words.
import type { Designation } from './concept.ts';

/** One such list. */
export interface Announcement {
  /** The name of the source file. */
  readonly file: string;
  /** Whether it speaks of all codes or of selectable ones only. */
  readonly scope: 'all' | 'selectable';
  /** The publisher's own totals; empty when it gives none. */
  readonly totals: readonly AnnouncedTotals[];
  /** In the file's order. */
  readonly changes: readonly AnnouncedChange[];
}

/** The publisher's totals of one sort of code: how many there were, what came and went, how many there are. */
export interface AnnouncedTotals {
  readonly of: 'selectable' | 'header';
  readonly from: number;
  readonly to: number;
  readonly additions: number;
  readonly deletions: number;
  readonly revisions: number;
}

/** One change; a code whose flag changes is deleted with the one flag and added with the other. */
export interface AnnouncedChange {
  readonly action: 'add' | 'delete' | 'revise';
  /** As the code system writes it, with its point. */
  readonly code: string;
  readonly selectable: boolean;
  /** The texts before; null for an addition. */
  readonly before: AnnouncedTexts | null;
  /** The texts after; null for a deletion. */
  readonly after: AnnouncedTexts | null;
  /** Line of the file, from 1; of a revision the line with the text after. */
  readonly line: number;
}

export interface AnnouncedTexts {
  readonly display: string;
  /** Further texts that the list gives; empty when it gives the display only. */
  readonly designations: readonly Designation[];
}
