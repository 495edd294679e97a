// A list of codes translated through published maps: what every form of the answer is made from.
import {
  codeSystemOf,
  type MapWish,
  mapsLeading,
  outcomeOf,
  readTitles,
  releaseToLookIn,
  sideFrom,
  sideTo,
  type TargetTitles,
  translateCodes,
  type TranslatedCode,
  type TranslationOutcome,
  versionOf,
} from '@codeset/crosswalk';
import type { PublishedMap, PublishedRelease, Reader } from '@codeset/database/read';
import { CodesetError } from '@codeset/terminology';
import type { CodeList, CodeOfList } from '../code-list/parse-code-list.ts';
import type { ProgressLine } from '../progress-line.ts';
import { heldCodeSystem, publishedRelease } from '../published-releases.ts';
import { publishedWays } from '../published-ways.ts';
import type { TranslateOptions } from './asked-translation.ts';

/** The list, and what each map says of its codes. */
export interface TranslatedList {
  readonly list: CodeList;
  readonly from: string;
  readonly to: string;
  readonly reverse: boolean;
  /** By the maps' ids. */
  readonly maps: readonly ListByMap[];
}

/** What one map says of the codes of the list. */
export interface ListByMap {
  readonly map: PublishedMap;
  readonly reverse: boolean;
  readonly codes: readonly CodeByMap[];
  readonly titleOf: TargetTitles;
}

/** What one map says of one code. */
export interface CodeByMap extends TranslatedCode {
  readonly given: CodeOfList;
  readonly outcome: TranslationOutcome;
}

/** CONCEPT_MAP_UNKNOWN, CODE_SYSTEM_UNKNOWN, RELEASE_UNKNOWN, BAD_REQUEST; USAGE where it is not clear from what. */
export async function readTranslated(
  reader: Reader,
  list: CodeList,
  options: TranslateOptions,
  progress: ProgressLine,
): Promise<TranslatedList> {
  const published = await reader.listPublishedMaps();
  const { to, reverse = false, fromVersion = null, map = null, mapVersion = null } = options;
  const from = options.from ?? onlySystemLeading(published, to, reverse);
  const wish: MapWish = { from, to, fromVersion, map, mapVersion, reverse };
  const leading = mapsLeading(published, wish);
  if (leading.length === 0) throw noMap(published, wish);
  const releases = await reader.listPublishedReleases();
  const held = releases.filter(({ codeSystem }) => codeSystem === from);
  const named =
    fromVersion === null ? null : publishedRelease(await heldCodeSystem(reader, from), fromVersion);
  const maps: ListByMap[] = [];
  for (const one of leading) {
    progress.step(`translate ${list.codes.length} codes by ${one.conceptMap} ${one.version}`);
    const release = named ?? releaseToLookIn(held, one, reverse);
    maps.push(await byMap(reader, { map: one, reverse, release }, list, fromVersion, releases));
  }
  return { list, from, to, reverse, maps };
}

async function byMap(
  reader: Reader,
  read: { readonly map: PublishedMap; readonly reverse: boolean; readonly release: PublishedRelease | null },
  list: CodeList,
  version: string | null,
  releases: readonly PublishedRelease[],
): Promise<ListByMap> {
  const { map, reverse } = read;
  const asked = list.codes.map(({ code }) => ({ code, key: null }));
  const translated = await translateCodes(reader, read, asked, version);
  const codes = list.codes.flatMap((given, i): CodeByMap[] => {
    const one = translated[i];
    return one ? [{ ...one, given, outcome: outcomeOf(one, reverse) }] : [];
  });
  const side = sideTo(reverse);
  const target = releases.find(
    (row) => row.codeSystem === codeSystemOf(map, side) && row.version === versionOf(map, side),
  );
  const mappings = codes.flatMap((code) => code.mappings);
  const titleOf = await readTitles(reader, { map, side, release: target ?? null }, mappings);
  return { map, reverse, codes, titleOf };
}

/** Where maps lead there from one code system only, that one is meant. */
function onlySystemLeading(published: readonly PublishedMap[], to: string, reverse: boolean): string {
  const leading = published.filter((map) => codeSystemOf(map, sideTo(reverse)) === to);
  const systems = [...new Set(leading.map((map) => codeSystemOf(map, sideFrom(reverse))))].filter(
    (id) => id !== to,
  );
  const [only] = systems;
  if (only !== undefined && systems.length === 1) return only;
  const why =
    only === undefined
      ? `no published map leads to ${to}`
      : `maps lead to ${to} from ${systems.sort().join(', ')}`;
  throw new CodesetError('USAGE', `--from: say of which code system the codes are: ${why}.`);
}

function noMap(published: readonly PublishedMap[], { from, to }: MapWish): CodesetError {
  return new CodesetError(
    'CONCEPT_MAP_UNKNOWN',
    `No published map leads from ${from} to ${to}. ${publishedWays(published)}`,
  );
}
