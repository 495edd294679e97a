// What a process remembers between requests: only what never changes, within one bound for all of it.
import type { TranslatedCode } from '@codeset/crosswalk';
import type {
  ConceptContentRow,
  ConceptRow,
  DesignationSetRow,
  FindingRow,
  FoundConceptRow,
  FrontMatterRow,
  IndexContentRow,
  IndexEntryRow,
  IndexKindRow,
  MentionRow,
  NamingIndexEntryRow,
  NoteSetRow,
  PropertySetRow,
  SourceFileRow,
} from '@codeset/database/read';
import { createImmutableCache, type ImmutableCache } from '../immutable-cache.ts';
import type { KeyProperties } from './key-properties.ts';

/** Contents by id; answers about releases by `release id key`. */
export interface ImmutableCaches {
  readonly contents: ImmutableCache<number, ConceptContentRow>;
  readonly noteSets: ImmutableCache<number, NoteSetRow>;
  readonly propertySets: ImmutableCache<number, PropertySetRow>;
  readonly designationSets: ImmutableCache<number, DesignationSetRow>;
  /** By release id. */
  readonly keyProperties: ImmutableCache<number, KeyProperties>;
  readonly indexContents: ImmutableCache<number, IndexContentRow>;
  readonly conceptsByLookUp: ImmutableCache<string, readonly FoundConceptRow[]>;
  readonly conceptsByKey: ImmutableCache<string, readonly ConceptRow[]>;
  readonly conceptsAt: ImmutableCache<string, readonly ConceptRow[]>;
  readonly children: ImmutableCache<string, readonly ConceptRow[]>;
  readonly paths: ImmutableCache<string, readonly ConceptRow[]>;
  readonly descendants: ImmutableCache<string, readonly ConceptRow[]>;
  readonly selectableCounts: ImmutableCache<string, number>;
  readonly entriesNaming: ImmutableCache<string, readonly NamingIndexEntryRow[]>;
  readonly indexChildren: ImmutableCache<string, readonly IndexEntryRow[]>;
  readonly indexPaths: ImmutableCache<string, readonly IndexEntryRow[]>;
  /** By release id; those of maps' releases, too. */
  readonly sourceFiles: ImmutableCache<number, readonly SourceFileRow[]>;
  readonly findings: ImmutableCache<number, readonly FindingRow[]>;
  readonly frontMatters: ImmutableCache<number, readonly FrontMatterRow[]>;
  readonly indexKinds: ImmutableCache<number, readonly IndexKindRow[]>;
  /** Pages of a release. */
  readonly roots: ImmutableCache<string, readonly ConceptRow[]>;
  readonly mainTerms: ImmutableCache<string, readonly IndexEntryRow[]>;
  /** Of roots and of main terms. */
  readonly counts: ImmutableCache<string, number>;
  readonly translations: ImmutableCache<string, TranslatedCode>;
  readonly mentions: ImmutableCache<string, readonly MentionRow[]>;
}

/** A row of a list with its strings, and an entry of a cache with its key, by estimate. */
const rowBytes = 260;
const entryBytes = 200;

/** A content without its texts, and one of its designations or properties without its value. */
const contentBytes = 300;
const partBytes = 100;

/** Empty caches of so many bytes together, by estimate; each has its share. */
export function immutableCaches(bytes: number): ImmutableCaches {
  const of = <K, V>(share: number, bytesOf?: (value: V) => number): ImmutableCache<K, V> =>
    createImmutableCache({ entries: 500_000, bytes: Math.floor(bytes * share) }, bytesOf);
  const lists = <Row>(share: number) => of<string, readonly Row[]>(share, bytesOfRows);
  return {
    contents: of(0.2, bytesOfContent),
    noteSets: of(0.11),
    propertySets: of(0.01),
    designationSets: of(0.08),
    keyProperties: of(0.01, () => 1_000),
    indexContents: of(0.06),
    conceptsByLookUp: lists(0.1),
    conceptsByKey: lists(0.03),
    conceptsAt: lists(0.08),
    children: lists(0.07),
    paths: lists(0.06),
    descendants: lists(0.04),
    selectableCounts: of(0.01, () => entryBytes),
    entriesNaming: lists(0.01),
    indexChildren: lists(0.01),
    indexPaths: lists(0.06), // the hits of a search box: ten or more paths at every key
    sourceFiles: of(0.002),
    findings: of(0.006),
    frontMatters: of(0.002),
    indexKinds: of(0.001),
    roots: lists(0.003),
    mainTerms: lists(0.005),
    counts: of(0.001, () => entryBytes),
    translations: of(0.03, bytesOfTranslation),
    mentions: of(0.01),
  };
}

/** Counted, since a content is kept at most first questions: writing it as JSON would take longer than keeping it. */
function bytesOfContent({ display, designations, properties }: ConceptContentRow): number {
  let characters = display.length;
  for (const { value } of designations) characters += value.length;
  for (const { value } of properties) characters += String(value).length;
  return contentBytes + 2 * characters + partBytes * (designations.length + properties.length);
}

function bytesOfTranslation({ mappings }: TranslatedCode): number {
  return 2 * entryBytes + 2 * rowBytes * mappings.length;
}

function bytesOfRows(rows: readonly unknown[]): number {
  return entryBytes + rowBytes * rows.length;
}
