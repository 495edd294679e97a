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

/** The two sorts of code that publishers count apart. */
export type CodeSort = 'selectable' | 'header';

/** The publisher's totals of one sort of code: how many there were, what came and went, how many there are. */
export interface AnnouncedTotals {
  readonly of: CodeSort;
  readonly from: number;
  readonly to: number;
  /** What the publisher calls the list that it starts from, `icd10cm_order_2020.txt`; null where it names none. */
  readonly fromFile: string | null;
  /** And the list that it leads to. */
  readonly toFile: string | null;
  readonly additions: number;
  readonly deletions: number;
  readonly revisions: number;
  /** How the revisions divide; null where the list speaks of displays only. */
  readonly ofWhich: RevisionsByText | null;
  /** Line of the file where the total of the list that it leads to stands. */
  readonly line: number;
}

/** Revisions by the texts that they change. */
export interface RevisionsByText {
  readonly both: number;
  readonly displayOnly: number;
  readonly designationsOnly: number;
}

/** One change; a code whose flag changes is deleted with the one flag and added with the other. */
export interface AnnouncedChange {
  /**
   * `add` and `delete`: the code comes into the list or leaves it. `terminate`: it is given a last day, and stays.
   * `reinstate`: a terminated code may be used again. `revise`: anything else of it changes.
   */
  readonly action: 'add' | 'delete' | 'revise' | 'terminate' | 'reinstate';
  /** The publisher's own words where they say more than the action, `Payment Change`; else null. */
  readonly words: string | null;
  /** As the code system writes it, with its point. */
  readonly code: string;
  readonly selectable: boolean;
  /** The texts before; null for an addition, and where the list does not give them. */
  readonly before: AnnouncedTexts | null;
  /** The texts after; null for a deletion, and where the list does not give them. */
  readonly after: AnnouncedTexts | null;
  /** Line of the file, in a workbook row of the sheet, from 1; of a revision the one with the texts after. */
  readonly line: number;
}

export interface AnnouncedTexts {
  readonly display: string;
  /** Further texts that the list gives; empty when it gives the display only. */
  readonly designations: readonly Designation[];
}
