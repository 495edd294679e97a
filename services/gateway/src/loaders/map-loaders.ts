// The loaders of one release of a map within one request.
import {
  type CodeToTranslate,
  type MapSide,
  type MapToRead,
  type TranslatedCode,
  translateCodes,
} from '@codeset/crosswalk';
import type { MappingRow, MappingsPage, MentionRow, PublishedMap } from '@codeset/database/read';
import DataLoader from 'dataloader';
import { groupLoader, groupQuestion } from './group-loader.ts';
import type { Loader } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';

/** How a map is read, but for the map itself. */
export interface WayToRead extends Omit<MapToRead, 'map'> {
  /** Version of the release that the codes are said to be of; null where that is not said. */
  readonly version: string | null;
}

/** Each loader loads many at once, in one statement or two. */
export interface MapLoaders {
  /** What the release says of a code. */
  readonly translations: (way: WayToRead) => Loader<CodeToTranslate, TranslatedCode>;
  /** What it says of a concept of a side, by key; at most one each. */
  readonly mentions: Readonly<Record<MapSide, Loader<string, readonly MentionRow[]>>>;
  readonly page: (page: Omit<MappingsPage, 'releaseId'>) => Promise<readonly MappingRow[]>;
}

const mentionsOf = groupQuestion<{ readonly releaseId: number; readonly side: MapSide }, string, MentionRow>({
  list: (reader, of, keys) => reader.listMentions({ ...of, forms: [], keys }),
  keysOf: ({ key }) => key,
});

/** Loaders for the release. */
export function mapLoaders(levels: RequestLevels, map: PublishedMap): MapLoaders {
  const mentions = (side: MapSide) => groupLoader(levels, mentionsOf, { releaseId: map.id, side });
  const ways = new Map<string, Loader<CodeToTranslate, TranslatedCode>>();
  return {
    translations(way) {
      const name = `${way.reverse} ${way.release?.id} ${way.version}`;
      const loader = ways.get(name) ?? translationLoader(levels, map, way);
      ways.set(name, loader);
      return loader;
    },
    mentions: { source: mentions('source'), target: mentions('target') },
    page: (page) => levels.next(() => levels.reader.listMappingsPage({ releaseId: map.id, ...page })),
  };
}

function translationLoader(levels: RequestLevels, map: PublishedMap, { version, ...way }: WayToRead) {
  // Two statements one after the other: counted as under way, so that what comes after them is one level.
  const load = (codes: readonly CodeToTranslate[]) =>
    levels.track(translateCodes(levels.reader, { map, ...way }, codes, version));
  return new DataLoader<CodeToTranslate, TranslatedCode, string>(load, {
    batchScheduleFn: levels.schedule,
    cacheKeyFn: ({ code, key }) => JSON.stringify([code, key]),
  });
}
