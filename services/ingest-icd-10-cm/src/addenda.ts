// An addenda file, whichever of its three forms it has: the changes line by line, and the publisher's own totals.

export type AddendaLabel = 'Add' | 'Delete' | 'Revise from' | 'Revise to';

/** One line of an addenda file. */
export interface AddendaLine {
  readonly line: number;
  readonly label: AddendaLabel;
  /** `1` billable, `0` header; always `1` in the forms that list billable codes only. */
  readonly headerFlag: '0' | '1';
  /** Without a point. */
  readonly code: string;
  /** Null in the forms that give long titles only. */
  readonly shortTitle: string | null;
  readonly longTitle: string;
}

/** One side of a footer: how many, and in which order file. */
export interface FooterTotal {
  readonly line: number;
  readonly count: number;
  /** `icd10cm_order_2025.txt`; null where the form names none. */
  readonly file: string | null;
}

/** The publisher's totals of one sort of row. */
export interface FooterBlock {
  readonly from: FooterTotal;
  readonly to: FooterTotal;
  readonly additions: number;
  readonly deletions: number;
  readonly revisions: number;
  /** How the revisions divide; null where the form doesn't say. */
  readonly ofWhich: { readonly both: number; readonly longOnly: number; readonly shortOnly: number } | null;
}

export interface Addenda {
  /** The file's name. */
  readonly file: string;
  /** In the file's order; each `Revise from` is followed by its `Revise to`. */
  readonly lines: readonly AddendaLine[];
  /** Totals of headers; null in the forms that list billable codes only. */
  readonly headers: FooterBlock | null;
  /** Totals of billable codes. */
  readonly codes: FooterBlock;
}
