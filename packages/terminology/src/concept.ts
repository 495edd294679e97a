// A concept of one release as normalized records hold it: identity, place in the tree, and its content in parts.
import type { NoteSet } from './note-set.ts';
import type { PlainDate } from './plain-date.ts';

/**
 * One concept of a release, before it is stored. Records come in the publisher's order, parents before children
 * (a pre-order walk); `layOut` turns that order into positions.
 */
export interface ConceptRecord {
  /**
   * Identity of the concept in its code system over all releases: the code itself where a code is never another's
   * (`S52.521A`), else `<kind>:<id>` (`chapter:19`, `block:B10`); or the publisher's own identity of the entity where
   * entities change their codes (`257068234`, `257068234/other` in ICD-11).
   */
  readonly key: string;
  /** The code as the publisher writes it; null for concepts that have none. */
  readonly code: string | null;
  /** `key` of the parent; null for a root. */
  readonly parentKey: string | null;
  readonly content: ConceptContent;
  /** What the notes' source says of it; null when the release came without that source (not known, not none). */
  readonly noteSet: NoteSet | null;
  /** Flags from lists of their own; null when the release came without any (not known, not none). */
  readonly propertySet: PropertySet | null;
  /** Texts from translations; null when the release came without any (not known, not none). */
  readonly designationSet: DesignationSet | null;
}

/** The texts and core properties of a concept: stored once per distinct content, under its hash. */
export interface ConceptContent {
  /** One of the code system's `kinds`. */
  readonly kind: string;
  /** The text chosen to show. */
  readonly display: string;
  /** Further texts of the same source, in a fixed order; the display is not repeated. */
  readonly designations: readonly Designation[];
  /** May be coded with, not only a header. */
  readonly selectable: boolean;
  readonly properties: readonly PropertyValue[];
  /** First day on which the publisher lets the code be used; null where codes have no dates of their own, or none is given. */
  readonly effectiveFrom: PlainDate | null;
  /** Last such day; null when no end is given. */
  readonly effectiveTo: PlainDate | null;
}

/** A text for a concept. */
export interface Designation {
  /** One of the code system's `designationUses`. */
  readonly use: string;
  /** BCP 47 language tag. */
  readonly language: string;
  readonly value: string;
}

/** A typed fact; the code system's definition gives the type and, for coded values, the meaning. */
export interface PropertyValue {
  readonly code: string;
  readonly value: string | number | boolean;
}

/** Texts from translations, stored once per distinct set. */
export interface DesignationSet {
  readonly designations: readonly Designation[];
}

/** Properties from lists of their own (such as the POA-exempt list), stored once per distinct set. */
export interface PropertySet {
  readonly properties: readonly PropertyValue[];
}
