// One row of a simple tabulation, in the publisher's words.

export const classKinds = ['chapter', 'block', 'category'] as const;
export type ClassKind = (typeof classKinds)[number];

/** A row; what an edition has no column for is null. */
export interface TabulationRow {
  /** Line of the text, or row of the sheet, from 1. */
  readonly row: number;
  /** What follows `/mms/` in the linearization URI: the entity, and `/other` or `/unspecified` for a residual. */
  readonly key: string;
  /** What comes before the key in the linearization URI. */
  readonly linearizationBase: string;
  /** Null for residuals, which are no entities of the foundation. */
  readonly foundationUri: string | null;
  /** As published; null where the field is blank. `_NOCODEASSIGNED` in drafts. */
  readonly code: string | null;
  readonly blockId: string | null;
  /** The number of marks before the English title. */
  readonly depth: number;
  /** The English title without its marks. */
  readonly title: string;
  /** The translated title without its marks; null where it is blank, and in the English tabulation. */
  readonly translation: string | null;
  /** The number of marks before the translated title; null where that is blank. */
  readonly translationDepth: number | null;
  readonly classKind: ClassKind;
  /** 1 for the first of its class kind on the way down, 2 for one directly below one of the same class kind. */
  readonly depthInKind: number;
  readonly isResidual: boolean;
  /** `01` to `26`, `V`, `X`. */
  readonly chapterNo: string;
  /** The address of the page in the publisher's browser; null where the file does not give it. */
  readonly browserLink: string | null;
  readonly isLeaf: boolean;
  /** Null also where the field is blank, as it is for chapters and blocks. */
  readonly primaryTabulation: boolean | null;
  /** The BlockIds of the blocks above it, at most five, the highest first. */
  readonly groupings: readonly string[];
  readonly anyPostCoordination: boolean | null;
  readonly primaryLocation: boolean | null;
  readonly iCatLink: string | null;
  readonly noOfNonResidualChildren: number | null;
}

/** What drafts write where an entity has no code yet. */
export const noCodeAssigned = '_NOCODEASSIGNED';
