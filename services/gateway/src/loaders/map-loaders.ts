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
import type { ImmutableCaches } from './immutable-caches.ts';
import { type Kept, KeptFirstLoader, KeptOf, type Loader } from './loader.ts';
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

const mentionsOf = (side: MapSide) =>
  groupQuestion<number, string, MentionRow>({
    list: (reader, releaseId, keys) => reader.listMentions({ releaseId, side, forms: [], keys }),
    keysOf: ({ key }) => key,
  });
const mentionsOfSide = { source: mentionsOf('source'), target: mentionsOf('target') };

/** Loaders for the release. */
export function mapLoaders(
  levels: RequestLevels,
  map: PublishedMap,
  caches: Pick<ImmutableCaches, 'translations' | 'mentions'>,
): MapLoaders {
  const mentions = (side: MapSide) =>
    groupLoader(levels, mentionsOfSide[side], map.id, new KeptOf(caches.mentions, `${map.id} ${side}`));
  const ways = new Map<string, Loader<CodeToTranslate, TranslatedCode>>();
  return {
    translations(way) {
      const name = `${way.reverse} ${way.release?.id} ${way.version}`;
      const kept = new KeptOf<string, TranslatedCode>(caches.translations, `${map.id} ${name}`);
      const loader = ways.get(name) ?? new TranslationLoader(levels, { map, way, kept });
      ways.set(name, loader);
      return loader;
    },
    mentions: { source: mentions('source'), target: mentions('target') },
    page: (page) => levels.next(() => levels.reader.listMappingsPage({ releaseId: map.id, ...page })),
  };
}

/** One map read in one way. */
interface ReadMap {
  readonly map: PublishedMap;
  readonly way: WayToRead;
  readonly kept: Kept<string, TranslatedCode>;
}

class TranslationLoader extends KeptFirstLoader<CodeToTranslate, TranslatedCode> {
  readonly #levels: RequestLevels;
  readonly #read: ReadMap;

  constructor(levels: RequestLevels, read: ReadMap) {
    super();
    this.#levels = levels;
    this.#read = read;
  }

  protected keptOf(code: CodeToTranslate): TranslatedCode | undefined {
    return this.#read.kept.get(nameOf(code));
  }

  protected makeBatch(): Loader<CodeToTranslate, TranslatedCode> {
    return new DataLoader<CodeToTranslate, TranslatedCode, string>((codes) => this.#ask(codes), {
      batchScheduleFn: this.#levels.schedule,
      cacheKeyFn: nameOf,
    });
  }

  /** Two statements one after the other: counted as under way, so that what comes after them is one level. */
  async #ask(codes: readonly CodeToTranslate[]): Promise<TranslatedCode[]> {
    const { map, way, kept } = this.#read;
    const { version, ...read } = way;
    const translated = await this.#levels.track(
      translateCodes(this.#levels.reader, { map, ...read }, codes, version),
    );
    for (const [nth, one] of translated.entries()) {
      const code = codes[nth];
      if (code && one.status !== 'UNKNOWN_CODE') kept.set(nameOf(code), one);
    }
    return translated;
  }
}

/** As it is asked for: the answer says how, where neither map nor release has it. */
function nameOf({ code, key }: CodeToTranslate): string {
  return JSON.stringify([code, key]);
}
