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
  RelevelledCounts,
  SourceFileRow,
} from '@codeset/database/read';
import { propertiesByKey } from '@codeset/terminology';
import type DataLoader from 'dataloader';
import { createImmutableCache, type ImmutableCache } from '../immutable-cache.ts';
import type { PinnedRelease } from '../pinned-release.ts';
import type { RequestMaps } from '../request-maps.ts';
import type { RequestReleases } from '../request-releases.ts';
import { groupLoader } from './group-loader.ts';
import { immutableLoader } from './immutable-loader.ts';
import type { KeyProperties } from './key-properties.ts';
import { type MapLoaders, mapLoaders } from './map-loaders.ts';
import { type ReleaseLoaders, releaseLoaders } from './release-loaders.ts';
import type { RequestLevels } from './request-levels.ts';
import type { CountCache } from './selectable-count-loader.ts';

/** What a process remembers between requests: only what never changes. */
export interface ImmutableCaches {
  readonly contents: ImmutableCache<number, ConceptContentRow>;
  readonly noteSets: ImmutableCache<number, NoteSetRow>;
  readonly propertySets: ImmutableCache<number, PropertySetRow>;
  readonly designationSets: ImmutableCache<number, DesignationSetRow>;
  /** By release id. */
  readonly keyProperties: ImmutableCache<number, KeyProperties>;
  readonly indexContents: ImmutableCache<number, IndexContentRow>;
  readonly counts: CountCache;
}

/** Empty caches; together at most about 250 MB. */
export function immutableCaches(): ImmutableCaches {
  const mebibyte = 1024 * 1024;
  return {
    contents: createImmutableCache({ entries: 200_000, bytes: 80 * mebibyte }),
    noteSets: createImmutableCache({ entries: 200_000, bytes: 60 * mebibyte }),
    propertySets: createImmutableCache({ entries: 10_000, bytes: 2 * mebibyte }),
    designationSets: createImmutableCache({ entries: 200_000, bytes: 40 * mebibyte }),
    keyProperties: createImmutableCache({ entries: 1_000, bytes: mebibyte }, () => 1_000),
    indexContents: createImmutableCache({ entries: 200_000, bytes: 60 * mebibyte }),
    counts: createImmutableCache({ entries: 50_000, bytes: 2 * mebibyte }),
  };
}

/** One request's loaders. */
export interface Loaders {
  readonly contents: DataLoader<number, ConceptContentRow>;
  readonly noteSets: DataLoader<number, NoteSetRow>;
  readonly propertySets: DataLoader<number, PropertySetRow>;
  readonly designationSets: DataLoader<number, DesignationSetRow>;
  /** By release id. */
  readonly keyProperties: DataLoader<number, KeyProperties>;
  readonly indexContents: DataLoader<number, IndexContentRow>;
  readonly counts: CountCache;
  /** By release id; the indexes that it came with. */
  readonly indexKinds: DataLoader<number, readonly IndexKindRow[]>;
  /** By release id; at most one each. */
  readonly frontMatters: DataLoader<number, readonly FrontMatterRow[]>;
  readonly sourceFiles: DataLoader<number, readonly SourceFileRow[]>;
  readonly findings: DataLoader<number, readonly FindingRow[]>;
  /** By key, among the releases of one code system. */
  readonly holding: (releases: readonly PinnedRelease[]) => DataLoader<string, readonly HoldingRelease[]>;
  /** By look-up form, among the releases of one code system. */
  readonly inReleases: (
    releases: readonly PinnedRelease[],
  ) => DataLoader<string, readonly FoundInReleaseRow[]>;
  /** By key, among the releases of one code system. */
  readonly inReleasesByKey: (
    releases: readonly PinnedRelease[],
  ) => DataLoader<string, readonly ConceptInReleaseRow[]>;
  /** From the first release to the second, by their ids. */
  readonly countRelevelled: (fromId: number, toId: number) => Promise<RelevelledCounts>;
  /** The loaders of one release, which is noted as serving the request. */
  readonly of: (release: PinnedRelease) => ReleaseLoaders;
  /** The loaders of one release of a map, which is noted as serving the request. */
  readonly ofMap: (map: PublishedMap) => MapLoaders;
}

/** Loaders for a new request. */
export function requestLoaders(
  levels: RequestLevels,
  caches: ImmutableCaches,
  { releases, maps }: { readonly releases: RequestReleases; readonly maps: RequestMaps },
): Loaders {
  const { reader } = levels;
  const byRelease = remember((id: number) => releaseLoaders(levels, id, caches.counts));
  const mapsRead = new Map<number, MapLoaders>();
  const holding = remember((name: string) =>
    groupLoader(
      levels,
      (keys: readonly string[]) => reader.listReleasesHoldingKeys(idsIn(name), keys),
      ({ key }) => key,
    ),
  );
  const byKey = remember((name: string) =>
    groupLoader(
      levels,
      (keys: readonly string[]) => reader.listConceptsByKeyInReleases(idsIn(name), keys),
      ({ key }) => key,
    ),
  );
  const byLookUp = remember((name: string) =>
    groupLoader(
      levels,
      (forms: readonly string[]) => reader.listConceptsInReleases(idsIn(name), forms),
      ({ lookUpForm }) => lookUpForm,
    ),
  );
  return {
    contents: immutableLoader(levels, caches.contents, reader.listConceptContents),
    noteSets: immutableLoader(levels, caches.noteSets, reader.listNoteSets),
    propertySets: immutableLoader(levels, caches.propertySets, reader.listPropertySets),
    designationSets: immutableLoader(levels, caches.designationSets, reader.listDesignationSets),
    keyProperties: immutableLoader(levels, caches.keyProperties, async (ids) =>
      (await reader.listPropertyPatterns(ids)).map(({ id, patterns }) => ({
        id,
        propertiesOf: propertiesByKey(patterns),
      })),
    ),
    indexContents: immutableLoader(levels, caches.indexContents, reader.listIndexContents),
    counts: caches.counts,
    indexKinds: groupLoader(levels, reader.listIndexKinds, ({ releaseId }) => releaseId),
    frontMatters: groupLoader(levels, reader.listFrontMatters, ({ releaseId }) => releaseId),
    sourceFiles: groupLoader(levels, reader.listSourceFiles, ({ releaseId }) => releaseId),
    findings: groupLoader(levels, reader.listFindings, ({ releaseId }) => releaseId),
    holding: (among) => holding(idsOf(among)),
    inReleases: (among) => byLookUp(idsOf(among)),
    inReleasesByKey: (among) => byKey(idsOf(among)),
    countRelevelled: (fromId, toId) => levels.next(() => reader.countRelevelled(fromId, toId)),
    of(release) {
      releases.serve(release);
      return byRelease(release.row.id);
    },
    ofMap(map) {
      maps.serve(map);
      const made = mapsRead.get(map.id) ?? mapLoaders(levels, map);
      mapsRead.set(map.id, made);
      return made;
    },
  };
}

function idsOf(releases: readonly PinnedRelease[]): string {
  return releases.map(({ row }) => row.id).join(' ');
}

function idsIn(name: string): number[] {
  return name.split(' ').filter(Boolean).map(Number);
}

/** Makes a thing once for each key. */
function remember<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
