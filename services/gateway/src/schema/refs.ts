// The object types of the schema by name, so that the files that describe them can refer to each other.

import type { Change, DetailedNoteChange, ReconciledAnnouncement } from '@codeset/comparison';
import type { FindingRow, PublishedMap, SourceFileRow } from '@codeset/database/read';
import type { Highlight } from '@codeset/search';
import type {
  CodeSystemDefinition,
  ConceptMapDefinition,
  ExpressionForm as ExpressionFormData,
  FieldChange as FieldChangeData,
  Finding as FindingData,
  FrontMatter,
  IdentifierForm as IdentifierFormData,
  IndexReference,
  KindDefinition,
  NoteTable as NoteTableData,
  PropertyDefinition as PropertyDefinitionData,
  Rewording as RewordingData,
  TermDefinition,
  Designation as TextFor,
} from '@codeset/terminology';
import type { BetweenReleases, Comparison, ComparedChange, PlacedChange } from '../answers/compare.ts';
import type { PlacedIndexChange } from '../answers/compare-indexes.ts';
import type { PlacedMapChange } from '../answers/compare-maps.ts';
import type { ToldEvent } from '../answers/history.ts';
import type { Era as EraData } from '../answers/eras.ts';
import type {
  Expression as ExpressionData,
  ExpressionPart as ExpressionPartData,
  ExpressionStem as ExpressionStemData,
} from '../answers/expression.ts';
import type { ToldEdge, ToldList } from '../answers/lineage.ts';
import type {
  Translation as TranslationData,
  TranslationOfMany as TranslationOfManyData,
} from '../answers/translate.ts';
import type { ConceptNote, NamedCodes as NamedCodesData } from '../answers/notes.ts';
import type { DefinedProperty } from '../answers/properties.ts';
import type { RankedHit } from '../answers/search.ts';
import type { Suggestion as SuggestionData } from '../answers/suggest.ts';
import type { SeventhCharacterHere } from '../answers/seventh-characters.ts';
import { builder } from '../builder.ts';
import type { Limits as LimitValues } from '../limits/limits.ts';
import type { MappedConcept as MappedConceptData, ReleaseMapping } from '../pinned-map.ts';
import type {
  PinnedRelease,
  ReleaseConcept,
  ReleaseIndexEntry,
  ReleaseSelection,
} from '../pinned-release.ts';

/** A reference of an index entry, in the release and the index that it belongs to. */
export interface EntryReference {
  readonly entry: ReleaseIndexEntry;
  readonly reference: IndexReference;
}

/** A fact that differs, in its comparison. */
export interface FieldOfChange {
  readonly comparison: BetweenReleases;
  readonly field: FieldChangeData;
}

/** A note that differs, in its change. */
export interface NoteOfChange {
  readonly comparison: BetweenReleases;
  readonly change: Change;
  readonly note: DetailedNoteChange;
}

/** A list of changes held against the releases, in the request that asks. */
export interface ToldReconciliation {
  readonly found: ReconciledAnnouncement;
  readonly against: PinnedRelease | null;
}

/** A number with its name. */
export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

export const CodeSystem = builder.objectRef<CodeSystemDefinition>('CodeSystem');
export const Term = builder.objectRef<TermDefinition>('Term');
export const Kind = builder.objectRef<KindDefinition>('Kind');
export const IdentifierForm = builder.objectRef<IdentifierFormData>('IdentifierForm');
export const ExpressionForm = builder.objectRef<ExpressionFormData>('ExpressionForm');
export const PropertyDefinition = builder.objectRef<PropertyDefinitionData>('PropertyDefinition');

export const Release = builder.objectRef<PinnedRelease>('Release');
export const Selection = builder.objectRef<ReleaseSelection>('Selection');
export const Count = builder.objectRef<NamedCount>('Count');
export const SourceFile = builder.objectRef<SourceFileRow>('SourceFile');
export const Finding = builder.objectRef<FindingRow & FindingData>('Finding');
export const IntroductionSection =
  builder.objectRef<FrontMatter['introduction'][number]>('IntroductionSection');
export const IndexHeading = builder.objectRef<FrontMatter['indexes'][number]>('IndexHeading');
export const IndexColumn =
  builder.objectRef<FrontMatter['indexes'][number]['columns'][number]>('IndexColumn');

export const Concept = builder.objectRef<ReleaseConcept>('Concept');
export const Era = builder.objectRef<EraData>('Era');
export const Designation = builder.objectRef<TextFor>('Designation');
export const Property = builder.objectRef<DefinedProperty>('Property');
export const Note = builder.objectRef<ConceptNote>('Note');
export const NamedCodes = builder.objectRef<NamedCodesData>('NamedCodes');
export const NoteTable = builder.objectRef<NoteTableData>('NoteTable');
export const SeventhCharacter = builder.objectRef<SeventhCharacterHere>('SeventhCharacter');

export const Expression = builder.objectRef<ExpressionData>('Expression');
export const ExpressionStem = builder.objectRef<ExpressionStemData>('ExpressionStem');
export const ExpressionPart = builder.objectRef<ExpressionPartData>('ExpressionPart');

export const IndexEntry = builder.objectRef<ReleaseIndexEntry>('IndexEntry');
export const IndexReferenceRef = builder.objectRef<EntryReference>('IndexReference');

export const ReleaseDiff = builder.objectRef<Comparison>('ReleaseDiff');
export const ConceptChange = builder.objectRef<ComparedChange | PlacedChange>('ConceptChange');
export const IndexChange = builder.objectRef<PlacedIndexChange>('IndexChange');
export const LineageEdge = builder.objectRef<ToldEdge>('LineageEdge');
export const CarriedList = builder.objectRef<ToldList>('CarriedList');
export const Reconciliation = builder.objectRef<ToldReconciliation>('Reconciliation');
export const HistoryEvent = builder.objectRef<ToldEvent>('HistoryEvent');
export const Rewording = builder.objectRef<RewordingData>('Rewording');
export const FieldChange = builder.objectRef<FieldOfChange>('FieldChange');
export const NoteChange = builder.objectRef<NoteOfChange>('NoteChange');

export const ConceptMap = builder.objectRef<ConceptMapDefinition>('ConceptMap');
export const ConceptMapRelease = builder.objectRef<PublishedMap>('ConceptMapRelease');
export const MapChange = builder.objectRef<PlacedMapChange>('MapChange');
export const Mapping = builder.objectRef<ReleaseMapping>('Mapping');
export const MappedConcept = builder.objectRef<MappedConceptData>('MappedConcept');
export const TranslationOfMany = builder.objectRef<TranslationOfManyData>('TranslationOfMany');
export const Translation = builder.objectRef<TranslationData>('Translation');

export const SearchHit = builder.objectRef<RankedHit>('SearchHit');
export const Suggestion = builder.objectRef<SuggestionData>('Suggestion');
export const TextRange = builder.objectRef<Highlight>('TextRange');

export const Limits = builder.objectRef<LimitValues>('Limits');
