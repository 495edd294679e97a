// The index files in the publisher's words: index to diseases, to external causes, neoplasm table, drug table.

/** The elements in which a line of an index leads somewhere. */
export const referenceElements = [
  'code',
  'manif',
  'etiology',
  'cell',
  'see',
  'seeAlso',
  'seecat',
  'subcat',
] as const;

export type ReferenceElement = (typeof referenceElements)[number];

export interface IndexFileReference {
  readonly element: ReferenceElement;
  /** As published, not folded. */
  readonly text: string;
  /** The `col` of a cell; null elsewhere. */
  readonly col: number | null;
}

/** A piece of a title: its own text, or a nonessential modifier in it. */
export interface TitlePart {
  readonly nemod: boolean;
  /** As published, not folded. */
  readonly text: string;
}

/** One `mainTerm` or `term`. */
export interface IndexFileTerm {
  readonly line: number;
  /** Title of the letter that a main term stands under; null for a term. */
  readonly letter: string | null;
  /** 0 for a main term, one more for each term around it. */
  readonly depth: number;
  /** The `level` a term carries, which equals its depth; null for a main term, or where it lacks one. */
  readonly level: number | null;
  readonly title: readonly TitlePart[];
  /** In document order. */
  readonly references: readonly IndexFileReference[];
}

/** What stands above the letters. */
export interface IndexFileHeading {
  /** Null where the file gives none. */
  readonly version: string | null;
  readonly title: string | null;
  /** The `head`s of a table. */
  readonly columns: readonly { readonly column: number; readonly title: string }[];
}

export type IndexFileItem =
  | { readonly type: 'version'; readonly text: string }
  | { readonly type: 'title'; readonly text: string }
  | { readonly type: 'columns'; readonly columns: IndexFileHeading['columns'] }
  | { readonly type: 'term'; readonly term: IndexFileTerm };
