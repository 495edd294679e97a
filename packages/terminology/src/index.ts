// The model of medical code sets and its laws; every other package speaks its words.
export type { AnnouncedChange, AnnouncedTexts, AnnouncedTotals, Announcement } from './announcement.ts';
export { lookUpForm } from './code-form.ts';
export type {
  CodeSystemDefinition,
  ExpressionForm,
  IdentifierForm,
  KindDefinition,
  PropertyDefinition,
  PropertyType,
  TermDefinition,
} from './code-system.ts';
export type {
  ConceptContent,
  ConceptRecord,
  Designation,
  DesignationSet,
  PropertySet,
  PropertyValue,
} from './concept.ts';
export type {
  ConceptMapDefinition,
  Mapping,
  MappingRelationship,
  NormalizedMap,
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
export { type Finding, findingsKeptPerRule, limitFindings, type Severity } from './finding.ts';
export { identifierKey } from './identifier-key.ts';
export type {
  IndexContent,
  IndexHeading,
  IndexRecord,
  IndexReference,
  IndexReferenceKind,
} from './index-entry.ts';
export { type LayOut, type LayOutProblem, layOut, type Place } from './lay-out.ts';
export type { NormalizedRelease } from './normalized-release.ts';
export {
  emptyNoteSet,
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
