// The model of medical code sets and its laws; every other package speaks its words.
export type {
  AnnouncedChange,
  AnnouncedTexts,
  AnnouncedTotals,
  Announcement,
  CodeSort,
  RevisionsByText,
} from './announcement.ts';
export { baseOfAnnouncement, type CountedRelease } from './base-of-announcement.ts';
export { type ChangeKind, changeKindMeanings, changeKinds } from './change-kind.ts';
export type { ChangeOfList, CodesOfRelease, CodeTexts } from './code-changes.ts';
export { lookUpForm } from './code-form.ts';
export { codeKindsOf } from './code-kinds.ts';
export type {
  CodeSystemDefinition,
  ExpressionForm,
  IdentifierForm,
  KindDefinition,
  PlaceholderForm,
  PropertyDefinition,
  PropertyType,
  TermDefinition,
} from './code-system.ts';
export type { ChangedField, FieldChange } from './compare-fields.ts';
export type { NoteChange, NoteChangeKind } from './compare-notes.ts';
export { displayUse, type Rewording } from './compare-texts.ts';
export type {
  ConceptContent,
  ConceptRecord,
  Designation,
  DesignationSet,
  PropertySet,
  PropertyValue,
} from './concept.ts';
export {
  type ComparisonScope,
  type ConceptDifference,
  type ConceptParts,
  compareConcepts,
} from './concept-difference.ts';
export {
  compareMaps,
  type ChangedMapping,
  type MapChange,
  type MapChangeKind,
  mapChangeKinds,
  mapChangeMeanings,
  type MapKindTotal,
  mappedSourceName,
  tallyMapChanges,
} from './compare-maps.ts';
export {
  type ConceptMapDefinition,
  choiceListProperty,
  type MappedVersions,
  type Mapping,
  type MappingRelationship,
  type MentionedConcept,
  type NormalizedMap,
  scenarioProperty,
} from './concept-map.ts';
export {
  type ConceptHashes,
  type ContentHash,
  canonicalJson,
  hashConceptContent,
  hashDesignationSet,
  hashIndexContent,
  hashNoteSet,
  hashPropertySet,
  sha256,
} from './content-hash.ts';
export { type EffectivePeriod, type EffectiveState, effectiveStateOn } from './effective-period.ts';
export { type Actor, CodesetError, type ErrorCode, type ExitCode, errorCatalogue } from './errors.ts';
export { bareWords, sameWords, wordOverlap, wordsOf } from './same-words.ts';
export { type Finding, findingsKeptPerRule, limitFindings, type Severity } from './finding.ts';
export { identifierKey } from './identifier-key.ts';
export { type IndexChangeKind, indexChangeKindMeanings, indexChangeKinds } from './index-change-kind.ts';
export type {
  IndexContent,
  IndexHeading,
  IndexRecord,
  IndexReference,
  IndexReferenceKind,
} from './index-entry.ts';
export { type LayOut, type LayOutProblem, layOut, type Place } from './lay-out.ts';
export { digestOfMap, MapDigest } from './map-digest.ts';
export type { NormalizedRelease } from './normalized-release.ts';
export {
  emptyNoteSet,
  inclusionTermNote,
  type Note,
  type NoteLink,
  type NoteSet,
  type NoteTable,
  type SeventhCharacter,
} from './note-set.ts';
export { type ExpressionStem, parseExpression, writeExpression } from './parse-expression.ts';
export { addDays, dateOf, isPlainDate, type PlainDate } from './plain-date.ts';
export {
  type PropertiesOfKey,
  type PropertyPattern,
  type PropertyPatternForm,
  propertiesByKey,
} from './property-pattern.ts';
export type { ReconciledDifference } from './reconciled-differences.ts';
export type {
  ReconciledCount,
  ReconciledLine,
  ReconciledNumber,
  ReconciledPart,
} from './reconciled-numbers.ts';
export { type Reconciliation, reconcile } from './reconciliation.ts';
export {
  byEffectiveDate,
  type DatedRelease,
  effectiveTo,
  type FrontMatter,
  type IntroductionSection,
  type ReleaseName,
  type ReleaseStatus,
  releaseOn,
  type Selection,
} from './release.ts';
export { type DigestConcept, type DigestIndexEntry, ReleaseDigest } from './release-digest.ts';
export {
  type ChoiceList,
  type Combination,
  reversedRelationship,
  scenarioOf,
  type TranslationOption,
  translationOptions,
} from './translation.ts';
