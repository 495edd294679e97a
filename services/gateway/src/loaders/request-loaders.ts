// All loaders of one request: contents by id, texts of releases by release, and the loaders of each release.
import type {
  ConceptContentRow,
  ConceptInReleaseRow,
  DesignationSetRow,
  FindingRow,
  FoundInReleaseRow,
  FrontMatterRow,
  HoldingRelease,
  IndexContentRow,
  IndexKindRow,
  NoteSetRow,
  PropertySetRow,
  PublishedMap,
  Reader,
  RelevelledCounts,
  SourceFileRow,
} from '@codeset/database/read';
import { propertiesByKey } from '@codeset/terminology';
import type { PinnedRelease } from '../pinned-release.ts';
import type { RequestMaps } from '../request-maps.ts';
import type { RequestReleases } from '../request-releases.ts';
import { groupLoader, groupQuestion } from './group-loader.ts';
import type { ImmutableCaches } from './immutable-caches.ts';
import { ImmutableLoader, rowsQuestion } from './immutable-loader.ts';
import type { KeyProperties } from './key-properties.ts';
import type { Loader } from './loader.ts';
import { type MapLoaders, mapLoaders } from './map-loaders.ts';
import { type ReleaseLoaders, releaseLoaders } from './release-loaders.ts';
import type { RequestLevels } from './request-levels.ts';

/** One request's loaders. */
export interface Loaders {
  readonly contents: Loader<number, ConceptContentRow>;
  readonly noteSets: Loader<number, NoteSetRow>;
  readonly propertySets: Loader<number, PropertySetRow>;
  readonly designationSets: Loader<number, DesignationSetRow>;
  /** By release id. */
  readonly keyProperties: Loader<number, KeyProperties>;
  readonly indexContents: Loader<number, IndexContentRow>;
  /** By release id; the indexes that it came with. */
  readonly indexKinds: Loader<number, readonly IndexKindRow[]>;
  /** By release id; at most one each. */
  readonly frontMatters: Loader<number, readonly FrontMatterRow[]>;
  readonly sourceFiles: Loader<number, readonly SourceFileRow[]>;
  readonly findings: Loader<number, readonly FindingRow[]>;
  /** By key, among the releases of one code system. */
  holding(releases: readonly PinnedRelease[]): Loader<string, readonly HoldingRelease[]>;
  /** By look-up form, among the releases of one code system. */
  readonly inReleases: (releases: readonly PinnedRelease[]) => Loader<string, readonly FoundInReleaseRow[]>;
  /** By key, among the releases of one code system. */
  inReleasesByKey(releases: readonly PinnedRelease[]): Loader<string, readonly ConceptInReleaseRow[]>;
  /** From the first release to the second, by their ids. */
  countRelevelled(fromId: number, toId: number): Promise<RelevelledCounts>;
  /** The loaders of one release, which is noted as serving the request. */
  of(release: PinnedRelease): ReleaseLoaders;
  /** The loaders of one release of a map, which is noted as serving the request. */
  ofMap(map: PublishedMap): MapLoaders;
}

const contentsOf = rowsQuestion<ConceptContentRow>((reader, ids) => reader.listConceptContents(ids));
const noteSetsOf = rowsQuestion<NoteSetRow>((reader, ids) => reader.listNoteSets(ids));
const propertySetsOf = rowsQuestion<PropertySetRow>((reader, ids) => reader.listPropertySets(ids));
const designationSetsOf = rowsQuestion<DesignationSetRow>((reader, ids) => reader.listDesignationSets(ids));
const indexContentsOf = rowsQuestion<IndexContentRow>((reader, ids) => reader.listIndexContents(ids));
const keyPropertiesOf = rowsQuestion<KeyProperties>(async (reader, ids) =>
  (await reader.listPropertyPatterns(ids)).map(({ id, patterns }) => ({
    id,
    propertiesOf: propertiesByKey(patterns),
  })),
);

const indexKindsOf = ofReleases<IndexKindRow>((reader, ids) => reader.listIndexKinds(ids));
const frontMattersOf = ofReleases<FrontMatterRow>((reader, ids) => reader.listFrontMatters(ids));
const sourceFilesOf = ofReleases<SourceFileRow>((reader, ids) => reader.listSourceFiles(ids));
const findingsOf = ofReleases<FindingRow>((reader, ids) => reader.listFindings(ids));

const holdingOf = groupQuestion<readonly number[], string, HoldingRelease>({
  list: (reader, ids, keys) => reader.listReleasesHoldingKeys(ids, keys),
  keysOf: ({ key }) => key,
});
const inReleasesOf = groupQuestion<readonly number[], string, FoundInReleaseRow>({
  list: (reader, ids, forms) => reader.listConceptsInReleases(ids, forms),
  keysOf: ({ lookUpForm }) => lookUpForm,
});
const inReleasesByKeyOf = groupQuestion<readonly number[], string, ConceptInReleaseRow>({
  list: (reader, ids, keys) => reader.listConceptsByKeyInReleases(ids, keys),
  keysOf: ({ key }) => key,
});

function ofReleases<Row extends { readonly releaseId: number }>(
  list: (reader: Reader, ids: readonly number[]) => Promise<readonly Row[]>,
) {
  return groupQuestion<null, number, Row>({
    list: (reader, _of, ids) => list(reader, ids),
    keysOf: ({ releaseId }) => releaseId,
  });
}

/** Loaders for a new request. */
export function requestLoaders(
  levels: RequestLevels,
  caches: ImmutableCaches,
  pinned: { readonly releases: RequestReleases; readonly maps: RequestMaps },
): Loaders {
  return new LoadersOfRequest(levels, caches, pinned);
}

/** A class, since a request uses few of them: each is made when it is first asked for. */
class LoadersOfRequest implements Loaders {
  readonly #levels: RequestLevels;
  readonly #caches: ImmutableCaches;
  readonly #releases: RequestReleases;
  readonly #maps: RequestMaps;
  readonly #byRelease = new Map<number, ReleaseLoaders>();
  readonly #byMap = new Map<number, MapLoaders>();
  #contents: Loader<number, ConceptContentRow> | undefined;
  #noteSets: Loader<number, NoteSetRow> | undefined;
  #propertySets: Loader<number, PropertySetRow> | undefined;
  #designationSets: Loader<number, DesignationSetRow> | undefined;
  #indexContents: Loader<number, IndexContentRow> | undefined;
  #keyProperties: Loader<number, KeyProperties> | undefined;
  #indexKinds: Loader<number, readonly IndexKindRow[]> | undefined;
  #frontMatters: Loader<number, readonly FrontMatterRow[]> | undefined;
  #sourceFiles: Loader<number, readonly SourceFileRow[]> | undefined;
  #findings: Loader<number, readonly FindingRow[]> | undefined;
  readonly #holding = new Map<string, Loader<string, readonly HoldingRelease[]>>();
  readonly #inReleases = new Map<string, Loader<string, readonly FoundInReleaseRow[]>>();
  readonly #inReleasesByKey = new Map<string, Loader<string, readonly ConceptInReleaseRow[]>>();

  constructor(
    levels: RequestLevels,
    caches: ImmutableCaches,
    { releases, maps }: { readonly releases: RequestReleases; readonly maps: RequestMaps },
  ) {
    this.#levels = levels;
    this.#caches = caches;
    this.#releases = releases;
    this.#maps = maps;
  }

  of(release: PinnedRelease): ReleaseLoaders {
    this.#releases.serve(release);
    return once(this.#byRelease, release.row.id, (id) => releaseLoaders(this.#levels, id, this.#caches));
  }

  ofMap(map: PublishedMap): MapLoaders {
    this.#maps.serve(map);
    return once(this.#byMap, map.id, () => mapLoaders(this.#levels, map, this.#caches));
  }

  get contents() {
    this.#contents ??= new ImmutableLoader(this.#levels, this.#caches.contents, contentsOf);
    return this.#contents;
  }

  get noteSets() {
    this.#noteSets ??= new ImmutableLoader(this.#levels, this.#caches.noteSets, noteSetsOf);
    return this.#noteSets;
  }

  get propertySets() {
    this.#propertySets ??= new ImmutableLoader(this.#levels, this.#caches.propertySets, propertySetsOf);
    return this.#propertySets;
  }

  get designationSets() {
    this.#designationSets ??= new ImmutableLoader(
      this.#levels,
      this.#caches.designationSets,
      designationSetsOf,
    );
    return this.#designationSets;
  }

  get indexContents() {
    this.#indexContents ??= new ImmutableLoader(this.#levels, this.#caches.indexContents, indexContentsOf);
    return this.#indexContents;
  }

  get keyProperties() {
    this.#keyProperties ??= new ImmutableLoader(this.#levels, this.#caches.keyProperties, keyPropertiesOf);
    return this.#keyProperties;
  }

  get indexKinds() {
    this.#indexKinds ??= groupLoader(this.#levels, indexKindsOf, null, this.#caches.indexKinds);
    return this.#indexKinds;
  }

  get frontMatters() {
    this.#frontMatters ??= groupLoader(this.#levels, frontMattersOf, null, this.#caches.frontMatters);
    return this.#frontMatters;
  }

  get sourceFiles() {
    this.#sourceFiles ??= groupLoader(this.#levels, sourceFilesOf, null, this.#caches.sourceFiles);
    return this.#sourceFiles;
  }

  get findings() {
    this.#findings ??= groupLoader(this.#levels, findingsOf, null, this.#caches.findings);
    return this.#findings;
  }

  holding(among: readonly PinnedRelease[]) {
    return once(this.#holding, idsOf(among), (ids) => groupLoader(this.#levels, holdingOf, idsIn(ids)));
  }

  inReleases(among: readonly PinnedRelease[]) {
    return once(this.#inReleases, idsOf(among), (ids) => groupLoader(this.#levels, inReleasesOf, idsIn(ids)));
  }

  inReleasesByKey(among: readonly PinnedRelease[]) {
    return once(this.#inReleasesByKey, idsOf(among), (ids) =>
      groupLoader(this.#levels, inReleasesByKeyOf, idsIn(ids)),
    );
  }

  countRelevelled(fromId: number, toId: number) {
    return this.#levels.next(() => this.#levels.reader.countRelevelled(fromId, toId));
  }
}

function idsOf(releases: readonly PinnedRelease[]): string {
  return releases.map(({ row }) => row.id).join(' ');
}

function idsIn(name: string): number[] {
  return name.split(' ').filter(Boolean).map(Number);
}

/** What was made for the key, or made now. */
function once<K, V>(made: Map<K, V>, key: K, make: (key: K) => V): V {
  const value = made.get(key) ?? make(key);
  made.set(key, value);
  return value;
}
