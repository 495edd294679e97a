// How one concept differs between two releases, field by field: pure, from what each release says of it.
import type { ConceptContent, DesignationSet, PropertySet } from './concept.ts';
import { compareFields, type FieldChange } from './compare-fields.ts';
import { compareNotes, type NoteChange } from './compare-notes.ts';
import { compareTexts, type Rewording } from './compare-texts.ts';
import type { NoteSet } from './note-set.ts';

/** What one release says of a concept; a part that the release came without is null: not known. */
export interface ConceptParts {
  readonly content: ConceptContent;
  readonly noteSet: NoteSet | null;
  readonly propertySet: PropertySet | null;
  readonly designationSet: DesignationSet | null;
}

/** What two releases have in common, so that only that is compared. */
export interface ComparisonScope {
  /** The language of displays. */
  readonly language: string;
  /** Properties that one of the releases came without: not compared. */
  readonly unknownProperties: ReadonlySet<string>;
  /** Languages of translations that one of them came without: not compared. */
  readonly unknownLanguages: ReadonlySet<string>;
}

export interface ConceptDifference {
  readonly rewordings: readonly Rewording[];
  readonly fieldChanges: readonly FieldChange[];
  readonly noteChanges: readonly NoteChange[];
}

/** The differences in what both releases know; every list is empty when there is none. */
export function compareConcepts(
  before: ConceptParts,
  after: ConceptParts,
  scope: ComparisonScope,
): ConceptDifference {
  const notes =
    before.noteSet && after.noteSet ? compareNotes(before.noteSet.notes, after.noteSet.notes) : null;
  return {
    rewordings: compareTexts(before, after, scope),
    fieldChanges: [...compareFields(before, after, scope), ...(notes?.rearranged ?? [])],
    noteChanges: notes?.changes ?? [],
  };
}
