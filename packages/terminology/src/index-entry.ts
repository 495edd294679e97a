// A line of a publisher's alphabetic index or table, as normalized records hold it.

/** One index entry; records come in the publisher's order, an entry before those under it. */
export interface IndexRecord {
  /** One of the code system's `indexKinds`: index to diseases, external causes, neoplasm table, drug table. */
  readonly kind: string;
  /** 0 for a main term, 1 for the terms under it, and so on. */
  readonly depth: number;
  readonly content: IndexContent;
}

/** What one line says by itself, without the lines above it; stored once per distinct content. */
export interface IndexContent {
  /** The term without its nonessential modifiers. */
  readonly term: string;
  /** The whole title as published, nonessential modifiers in their places. */
  readonly title: string;
  /** The nonessential modifiers as published, `(cystinosis)`; in order. */
  readonly modifiers: readonly string[];
  /** The letter that a main term stands under; null for the terms below it. */
  readonly letter: string | null;
  /** Where the line leads, in document order. */
  readonly references: readonly IndexReference[];
}

export type IndexReferenceKind =
  | 'code'
  | 'manifestation'
  | 'cell'
  | 'see'
  | 'seeAlso'
  | 'seeCategory'
  | 'seeSubcategory';

/** One lead of an index entry: to a code, or in words to another entry. */
export interface IndexReference {
  readonly kind: IndexReferenceKind;
  /** As published, `I70.-` or `Infarct, myocardium`. */
  readonly text: string;
  /** The column of a table's cell (2..7); null elsewhere. */
  readonly column: number | null;
  /** The code that the text gives, dotted, without trailing dash or point; null where it gives words or none. */
  readonly code: string | null;
  /** True when a trailing dash says that the code is incomplete. */
  readonly below: boolean;
}

/** The heading of one index: its own title and, for tables, the titles of its columns. */
export interface IndexHeading {
  readonly kind: string;
  readonly title: string | null;
  readonly columns: readonly { readonly column: number; readonly title: string }[];
}
