// What a code is in another code system by the maps that are published: what they say, and what they do not.
import {
  codeSystemOf,
  type CodeToTranslate,
  type MapWish,
  mapsLeading,
  releaseToLookIn,
  sideFrom,
  type TranslatedCode,
} from '@codeset/crosswalk';
import type { PublishedMap } from '@codeset/database/read';
import { CodesetError } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { MappedConcept, ReleaseMapping } from '../pinned-map.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';

/** The answer of one map. */
export interface Translation {
  readonly map: PublishedMap;
  readonly reverse: boolean;
  readonly translated: TranslatedCode;
  readonly source: MappedConcept;
  readonly mappings: readonly ReleaseMapping[];
}

/** What a client asks to be translated. */
export interface AskedTranslation extends MapWish {
  readonly code: string;
}

/** A code of many, with the answer of each map. */
export interface TranslationOfMany {
  readonly asked: string;
  readonly translations: readonly Translation[];
}

/** One translation for each map, by id. CODE_SYSTEM_UNKNOWN, CONCEPT_MAP_UNKNOWN, RELEASE_UNKNOWN, BAD_REQUEST. */
export async function translateCode(
  context: GatewayContext,
  { code, ...wish }: AskedTranslation,
): Promise<Translation[]> {
  return await translateThrough(context, await readable(context, wish), wish, { code, key: null });
}

/** The same for many codes, in their order. */
export async function translateMany(
  context: GatewayContext,
  codes: readonly string[],
  wish: MapWish,
): Promise<TranslationOfMany[]> {
  const maps = await readable(context, wish);
  return await Promise.all(
    codes.map(async (code) => ({
      asked: code,
      translations: await translateThrough(context, maps, wish, { code, key: null }),
    })),
  );
}

/** The same for a concept of a release. */
export async function translateConcept(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
  rest: Omit<MapWish, 'from' | 'fromVersion'>,
): Promise<Translation[]> {
  const wish = { ...rest, from: release.row.codeSystem, fromVersion: release.row.version };
  return await translateThrough(context, await readable(context, wish, release), wish, row);
}

/** A map with the release that codes are looked up in. */
interface ReadableMap {
  readonly map: PublishedMap;
  readonly release: PinnedRelease | null;
}

async function readable(
  context: GatewayContext,
  wish: MapWish,
  of: PinnedRelease | null = null,
): Promise<ReadableMap[]> {
  const { releases, maps } = context;
  const { from, fromVersion: version } = wish;
  const pinned =
    of ?? (version === null ? null : await releases.pin({ codeSystem: from, version, on: null }));
  const leading = mapsLeading(await maps.published(), wish);
  if (leading.length === 0) await refuseUnknownSystems(context, [from, wish.to]);
  const held = await releases.list(from);
  const through = leading.map((map) => {
    const rows = held.map(({ row }) => row);
    const row = releaseToLookIn(rows, map, wish.reverse);
    return { map, release: pinned ?? held.find((release) => release.row === row) ?? null };
  });
  for (const { release } of through) if (release) releases.serve(release);
  return through;
}

async function translateThrough(
  { loaders }: GatewayContext,
  maps: readonly ReadableMap[],
  { reverse, fromVersion: version }: MapWish,
  { code, key }: CodeToTranslate,
): Promise<Translation[]> {
  return await Promise.all(
    maps.map(async ({ map, release }) => {
      const loader = loaders.ofMap(map).translations({ reverse, release: release?.row ?? null, version });
      const translated = await loader.load({ code, key });
      return {
        map,
        reverse,
        translated,
        source: { map, side: sideFrom(reverse), code: translated.code, key: translated.key },
        mappings: translated.mappings.map((row) => ({ map, row, reverse })),
      };
    }),
  );
}

/** CODE_SYSTEM_UNKNOWN for what neither a release nor a map is of. */
export async function refuseUnknownSystems(
  { releases, maps }: GatewayContext,
  asked: readonly string[],
): Promise<void> {
  const held = (await releases.codeSystems()).map(({ id }) => id);
  const mapped = (await maps.published()).flatMap((map) => [
    codeSystemOf(map, 'source'),
    codeSystemOf(map, 'target'),
  ]);
  const known = new Set([...held, ...mapped]);
  const unknown = asked.find((id) => !known.has(id));
  if (unknown === undefined) return;
  const ids = [...known].sort();
  throw new CodesetError(
    'CODE_SYSTEM_UNKNOWN',
    `There is no code system ${unknown}, and no map that leads from or to it. There are: ${ids.join(', ')}.`,
    { details: { codeSystem: unknown, held: ids } },
  );
}
