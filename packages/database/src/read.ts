// The reader's side of the database: one question a file, each over published releases, given by id.
export { isConnectionFailure } from './database-unavailable.ts';
export type { ConceptRow } from './read/concept-row.ts';
export type { RelevelledCounts } from './read/count-relevelled.ts';
export type { DescendantCount } from './read/count-selectable-descendants.ts';
export type { DifferenceRow, ListDifferences, ListsToCompare } from './read/list-differences.ts';
export type { IndexEntryRow } from './read/index-entry-row.ts';
export type { AnnouncementRow } from './read/list-announcements.ts';
export type { ConceptContentRow } from './read/list-concept-contents.ts';
export type { ConceptInReleaseRow } from './read/list-concepts-by-key-in-releases.ts';
export type { FoundConceptRow } from './read/list-concepts-by-look-up.ts';
export type { FoundInReleaseRow } from './read/list-concepts-in-releases.ts';
export type { DescendantRow, DescendantsPage, SubtreeRange } from './read/list-descendants.ts';
export type { DesignationSetRow } from './read/list-designation-sets.ts';
export type { FindingRow } from './read/list-findings.ts';
export type { FrontMatterRow } from './read/list-front-matters.ts';
export type { HeadedConcept, HeadedConceptsAsked, Headline } from './read/list-headed-concepts.ts';
export type { IndexContentRow } from './read/list-index-contents.ts';
export type { NamingIndexEntryRow } from './read/list-index-entries-naming.ts';
export type { IndexKindRow } from './read/list-index-kinds.ts';
export type { IndexOutlinePage, IndexOutlinePart } from './read/list-index-outline.ts';
export type { MainTermPage } from './read/list-main-terms.ts';
export type { IndexLineRow } from './read/list-index-lines.ts';
export type { ConceptTextsRow } from './read/list-release-texts.ts';
export type { MappingRow } from './read/list-mappings.ts';
export type { ConceptsNamed, NamingMappingRow } from './read/list-mappings-naming.ts';
export type { MappingsPage } from './read/list-mappings-page.ts';
export type { MentionRow } from './read/list-mentions.ts';
export type { NamingPropertyRow } from './read/list-naming-properties.ts';
export type { NoteSetRow } from './read/list-note-sets.ts';
export type { PropertyPatternsRow } from './read/list-property-patterns.ts';
export type { PropertySetRow } from './read/list-property-sets.ts';
export type { PublishedMap } from './read/list-published-maps.ts';
export type { PublishedRelease } from './read/list-published-releases.ts';
export type { HoldingRelease } from './read/list-releases-holding-keys.ts';
export type { RootRow } from './read/list-root-headlines.ts';
export type { RootsPage } from './read/list-roots.ts';
export type { SourceFileRow } from './read/list-source-files.ts';
export type { MainTermFilter } from './read/main-terms.ts';
export { openReader, type Reader } from './read/open-reader.ts';
export { type ReadClient, statementTimeoutOf } from './read/read-database.ts';
export {
  defaultPatience,
  type Patience,
  type ReaderState,
  type ReadObserver,
  type SourceName,
} from './steady/reader-settings.ts';
export { openSteadyReader, type SteadyReader, type SteadyReaderOptions } from './steady/steady-reader.ts';
export { watchPublished } from './watch-published.ts';
