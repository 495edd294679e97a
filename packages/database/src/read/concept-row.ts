// A line of a release's list of concepts, as every question about concepts gives it.
import { releaseConcept } from '../tables.ts';

/** One concept of one release: its place, and pointers to its contents. */
export interface ConceptRow {
  /** Place in the release's pre-order walk, from 0. */
  readonly position: number;
  /** Last position below it; its own when nothing is below. */
  readonly subtreeEnd: number;
  /** Position of the parent; null for a root. */
  readonly parent: number | null;
  readonly contentId: number;
  /** Null when the release came without the notes' source: not known, not none. */
  readonly noteSetId: number | null;
  /** Null when the release came without lists of properties: not known, not none. */
  readonly propertySetId: number | null;
  /** Null when the release came without translations: not known, not none. */
  readonly designationSetId: number | null;
  /** 0 for a root. */
  readonly depth: number;
  /** Identity over all releases: the code, `kind:id` for what is not a code, or the publisher's own. */
  readonly key: string;
  /** As published; null when the concept has none. */
  readonly code: string | null;
  /** Key of the parent; null for a root. */
  readonly parentKey: string | null;
}

/** The columns of a ConceptRow for drizzle's select. */
export const conceptColumns = {
  position: releaseConcept.position,
  subtreeEnd: releaseConcept.subtreeEnd,
  parent: releaseConcept.parent,
  contentId: releaseConcept.contentId,
  noteSetId: releaseConcept.noteSetId,
  propertySetId: releaseConcept.propertySetId,
  designationSetId: releaseConcept.designationSetId,
  depth: releaseConcept.depth,
  key: releaseConcept.key,
  code: releaseConcept.code,
  parentKey: releaseConcept.parentKey,
};

/** The same columns in SQL, for queries that drizzle cannot say; the table's alias is `c`. */
export const conceptColumnsSql = `c.position, c.subtree_end as "subtreeEnd", c.parent, c.content_id as "contentId",
  c.note_set_id as "noteSetId", c.property_set_id as "propertySetId", c.designation_set_id as "designationSetId", c.depth, c.key, c.code, c.parent_key as "parentKey"`;
