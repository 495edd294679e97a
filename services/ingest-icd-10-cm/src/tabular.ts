// The tabular list in the publisher's words: chapters, sections, diags, and what hangs on them.

/** The elements that hold lists of `<note>`s. */
export const noteElements = [
  'inclusionTerm',
  'sevenChrNote',
  'includes',
  'excludes1',
  'excludes2',
  'codeFirst',
  'useAdditionalCode',
  'codeAlso',
  'notes',
  'sectionIndex',
] as const;

export type NoteElement = (typeof noteElements)[number];

/** One element with its notes; the same element may stand several times under one parent. */
export interface NoteList {
  readonly element: NoteElement;
  readonly line: number;
  /** As published, not folded. */
  readonly notes: readonly string[];
}

/** One `extension` of a `sevenChrDef`, with the notes that follow it. */
export interface Extension {
  readonly char: string;
  readonly text: string;
  readonly notes: readonly string[];
}

/** The `visualImpairment` table: its cells row by row, those of the headings first. */
export type ImpairmentRows = readonly (readonly string[])[];

/** What chapter, section and diag have in common. */
export interface TabularEntry {
  readonly line: number;
  /** As published, not folded. */
  readonly desc: string;
  /** In document order. */
  readonly lists: readonly NoteList[];
  /** The 7th characters defined here; null where there is no `sevenChrDef`. */
  readonly extensions: readonly Extension[] | null;
}

export interface TabularDiag extends TabularEntry {
  /** The code with its point, placeholders in upper case. */
  readonly name: string;
  /** True when a placeholder was published as a lower-case x. */
  readonly lowerCaseX: boolean;
  readonly placeholder: boolean;
  readonly visualImpairment: ImpairmentRows | null;
  readonly diags: readonly TabularDiag[];
}

export interface TabularSection extends TabularEntry {
  /** `A00-A09`, or one category; taken from the desc where the publisher gives no id. */
  readonly id: string;
  readonly hasId: boolean;
  readonly diags: readonly TabularDiag[];
}

/** A line of the overview that stands at a chapter's head. */
export interface SectionRef {
  readonly line: number;
  readonly id: string | null;
  readonly first: string | null;
  readonly last: string | null;
  readonly text: string;
}

export interface TabularChapter extends TabularEntry {
  /** As published: `1`, or `01` in one older edition. */
  readonly name: string;
  readonly sectionRefs: readonly SectionRef[];
  readonly sections: readonly TabularSection[];
}

/** What the tabular list holds, in document order. */
export type TabularItem =
  | { readonly type: 'version'; readonly text: string }
  | { readonly type: 'title'; readonly text: string }
  | { readonly type: 'introSection'; readonly section: IntroSection }
  | { readonly type: 'chapter'; readonly chapter: TabularChapter };

/** A section of the introduction. */
export interface IntroSection {
  readonly type: string;
  readonly title: string;
  readonly instructions: readonly string[];
}
