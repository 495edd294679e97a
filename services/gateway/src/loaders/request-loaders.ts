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
import type { PinnedRelease } from '../pinned-release.ts';
import type { RequestMaps } from '../request-maps.ts';
import type { RequestReleases } from '../request-releases.ts';
import { groupLoader } from './group-loader.ts';
import type { ImmutableCaches } from './immutable-caches.ts';
import { immutableLoader } from './immutable-loader.ts';
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
  readonly holding: (releases: readonly PinnedRelease[]) => Loader<string, readonly HoldingRelease[]>;
  /** By look-up form, among the releases of one code system. */
  readonly inReleases: (releases: readonly PinnedRelease[]) => Loader<string, readonly FoundInReleaseRow[]>;
  /** By key, among the releases of one code system. */
  readonly inReleasesByKey: (
    releases: readonly PinnedRelease[],
  ) => Loader<string, readonly ConceptInReleaseRow[]>;
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
  const byRelease = remember((id: number) => releaseLoaders(levels, id, caches));
  const mapsRead = new Map<number, MapLoaders>();
  const holding = remember((name: string) =>
    groupLoader(levels, {
      list: (keys: readonly string[]) => reader.listReleasesHoldingKeys(idsIn(name), keys),
      keysOf: ({ key }) => key,
    }),
  );
  const byKey = remember((name: string) =>
    groupLoader(levels, {
      list: (keys: readonly string[]) => reader.listConceptsByKeyInReleases(idsIn(name), keys),
      keysOf: ({ key }) => key,
    }),
  );
  const byLookUp = remember((name: string) =>
    groupLoader(levels, {
      list: (forms: readonly string[]) => reader.listConceptsInReleases(idsIn(name), forms),
      keysOf: ({ lookUpForm }) => lookUpForm,
    }),
  );
  const ofRelease = <Row extends { readonly releaseId: number }>(
    list: (ids: readonly number[]) => Promise<readonly Row[]>,
  ) => groupLoader(levels, { list, keysOf: ({ releaseId }: Row) => releaseId });
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
    indexKinds: ofRelease(reader.listIndexKinds),
    frontMatters: ofRelease(reader.listFrontMatters),
    sourceFiles: ofRelease(reader.listSourceFiles),
    findings: ofRelease(reader.listFindings),
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
