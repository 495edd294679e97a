// A normalized release made ready to be stored: laid out, its contents told apart by hash, its digest known.
import type {
  Announcement,
  CodeSystemDefinition,
  ConceptContent,
  ConceptRecord,
  ContentHash,
  DesignationSet,
  FrontMatter,
  IndexContent,
  IndexRecord,
  NoteSet,
  Place,
  PropertySet,
  ReleaseName,
} from '@codeset/terminology';

/** What staging writes; the maps hold each distinct content once. */
export interface HashedRelease {
  readonly definition: CodeSystemDefinition;
  readonly name: ReleaseName;
  readonly sample: boolean;
  readonly digest: string;
  readonly parts: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly frontMatter: FrontMatter;
  /** No part of the digest: what the publisher says of the release, not what it is. */
  readonly announcements: readonly Announcement[];
  /** In tabular order: `position` is the place in this list. */
  readonly concepts: readonly HashedConcept[];
  readonly contents: ReadonlyMap<ContentHash, ConceptContent>;
  readonly noteSets: ReadonlyMap<ContentHash, NoteSet>;
  readonly propertySets: ReadonlyMap<ContentHash, PropertySet>;
  readonly designationSets: ReadonlyMap<ContentHash, DesignationSet>;
  readonly index: readonly HashedIndexEntry[];
  readonly indexContents: ReadonlyMap<ContentHash, IndexContent>;
}

export interface HashedConcept {
  readonly record: Pick<ConceptRecord, 'key' | 'code' | 'parentKey'>;
  readonly place: Place;
  readonly content: ContentHash;
  readonly noteSet: ContentHash | null;
  readonly propertySet: ContentHash | null;
  readonly designationSet: ContentHash | null;
}

export interface HashedIndexEntry {
  readonly record: Pick<IndexRecord, 'kind' | 'depth'>;
  readonly place: Place;
  readonly content: ContentHash;
}

/** A file that was given to the load. */
export interface LoadedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** What it was recognised as; null when it was ignored. */
  readonly role: string | null;
  readonly remark: string;
}
