// What a code is in another code system by the maps that are published: what they say, and what they do not.
import type { MappingRow } from '@codeset/database/read';
import {
  CodesetError,
  type ConceptMapDefinition,
  identifierKey,
  translationOptions,
} from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { ConceptName } from '../loaders/map-loaders.ts';
import type { MappedConcept, PinnedMap, ReleaseMapping } from '../pinned-map.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { unknownMap } from '../request-maps.ts';
import { findConcept } from './find-concept.ts';
import { codeSystemOf, formName, heldRelease, versionOf } from './mapped-concept.ts';

/** What a map says of a code. */
export type TranslationStatus = 'MAPPED' | 'NO_MAP' | 'NOT_COVERED' | 'UNKNOWN_CODE';

/** The answer of one map. */
export interface Translation {
  readonly map: PinnedMap;
  readonly reverse: boolean;
  readonly status: TranslationStatus;
  /** As the map or the release writes it; as asked where neither knows it. */
  readonly source: MappedConcept;
  readonly mappings: readonly ReleaseMapping[];
  /** Why the map may not speak of what was asked, in one sentence; null when there is no doubt. */
  readonly doubt: string | null;
}

/** Through which maps. */
export interface MapWish {
  /** Id of the code system to translate to. */
  readonly to: string;
  /** Id of the map; null for all that lead there. */
  readonly map: string | null;
  /** Version of the map's release; null for the one that fits. */
  readonly mapVersion: string | null;
  readonly reverse: boolean;
}

/** What a client asks to be translated. */
export interface AskedTranslation extends MapWish {
  readonly code: string;
  readonly from: string;
  /** Version of the release that the code is of; null where that is not told. */
  readonly fromVersion: string | null;
}

/** One translation for each map, by id. CODE_SYSTEM_UNKNOWN, CONCEPT_MAP_UNKNOWN, RELEASE_UNKNOWN, BAD_REQUEST. */
export async function translateCode(
  context: GatewayContext,
  { code, from, fromVersion, ...wish }: AskedTranslation,
): Promise<Translation[]> {
  const release =
    fromVersion === null
      ? null
      : await context.releases.pin({ codeSystem: from, version: fromVersion, on: null });
  const maps = await mapsLeading(context, from, wish, fromVersion);
  return await Promise.all(maps.map((map) => translateText(context, map, wish.reverse, code, release)));
}

/** The same for a concept of a release. */
export async function translateConcept(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
  wish: MapWish,
): Promise<Translation[]> {
  const { codeSystem, version } = release.row;
  const maps = await mapsLeading(context, codeSystem, wish, version);
  return await Promise.all(
    maps.map(async (map) => {
      const names: ConceptName[] = [`key ${row.key}`];
      if (row.code !== null) names.push(formName(row.code));
      const source = { map, side: sideFrom(wish.reverse), code: row.code, key: row.key };
      return await translationOf(context, source, names, { reverse: wish.reverse, known: true, version });
    }),
  );
}

function sideFrom(reverse: boolean): MappedConcept['side'] {
  return reverse ? 'target' : 'source';
}

async function translateText(
  context: GatewayContext,
  map: PinnedMap,
  reverse: boolean,
  code: string,
  given: PinnedRelease | null,
): Promise<Translation> {
  const side = sideFrom(reverse);
  const release = given ?? (await heldRelease(context, map, side)) ?? (await newestHeld(context, map, side));
  const concept = release && (await findConcept(context, release, code));
  const identified = release && identifierKey(release.row.identifierForms, code);
  const mentions = await context.loaders.ofMap(map).mentions[side].load(formName(code));
  const [mention] = mentions;
  const key = mention?.key ?? concept?.row.key ?? identified ?? null;
  const names: ConceptName[] = [formName(concept?.row.code ?? code)];
  if (key !== null) names.push(`key ${key}`);
  const source = { map, side, code: mention?.code ?? concept?.row.code ?? code, key };
  const known = mention !== undefined || concept !== null;
  return await translationOf(context, source, names, { reverse, known, version: given?.row.version ?? null });
}

interface Circumstances {
  readonly reverse: boolean;
  /** A release that is held has the code, or the map says something of it. */
  readonly known: boolean;
  /** Version of the release that the code is of; null where that is not told. */
  readonly version: string | null;
}

async function translationOf(
  context: GatewayContext,
  source: MappedConcept,
  names: readonly ConceptName[],
  { reverse, known, version }: Circumstances,
): Promise<Translation> {
  const { map, side } = source;
  const loader = context.loaders.ofMap(map).mappings[side];
  const found = (await Promise.all(names.map((name) => loader.load(name)))).flat();
  const rows = [...new Map(found.map((row) => [row.position, row])).values()].sort(
    (a, b) => a.position - b.position,
  );
  const named = rows[0];
  const written = named && (side === 'source' ? named.sourceCode : named.targetCode);
  return {
    map,
    reverse,
    status: statusOf(rows, known),
    source: { ...source, code: written ?? source.code },
    mappings: rows.map((row) => ({ map, row, reverse })),
    doubt: doubtOf(map, side, version),
  };
}

function statusOf(rows: readonly MappingRow[], known: boolean): TranslationStatus {
  if (translationOptions(rows).length > 0) return 'MAPPED';
  if (rows.length > 0) return 'NO_MAP';
  return known ? 'NOT_COVERED' : 'UNKNOWN_CODE';
}

function doubtOf(map: PinnedMap, side: MappedConcept['side'], asked: string | null): string | null {
  const version = versionOf(map, side);
  if (asked === null || version === asked) return null;
  const codeSystem = codeSystemOf(map, side);
  if (version === null)
    return `The map does not say of which release of ${codeSystem} it speaks; ${asked} was asked for.`;
  return `The map speaks of release ${version} of ${codeSystem}; ${asked} was asked for.`;
}

/** The last release that was in force, to tell whether a code is one at all. */
async function newestHeld(
  { releases }: GatewayContext,
  map: PinnedMap,
  side: MappedConcept['side'],
): Promise<PinnedRelease | null> {
  const held = await releases.list(codeSystemOf(map, side));
  return held.findLast(({ row }) => !row.draft) ?? null;
}

async function mapsLeading(
  context: GatewayContext,
  from: string,
  wish: MapWish,
  version: string | null,
): Promise<PinnedMap[]> {
  const definitions = await context.maps.definitions();
  const leads = (definition: ConceptMapDefinition) => {
    const ends = [definition.sourceCodeSystem, definition.targetCodeSystem];
    const [source, target] = wish.reverse ? ends.reverse() : ends;
    return source === from && target === wish.to && source !== target;
  };
  if (wish.mapVersion !== null && wish.map === null) {
    throw new CodesetError('BAD_REQUEST', 'A `mapVersion` needs the `map` that it is a version of.');
  }
  const wanted = definitions.filter((definition) =>
    wish.map === null ? leads(definition) : definition.id === wish.map,
  );
  const [only] = wanted;
  if (wish.map !== null && !only) throw unknownMap(wish.map, definitions);
  if (wish.map !== null && only && !leads(only)) throw leadsElsewhere(only, from, wish);
  if (wanted.length === 0) await refuseUnknownSystems(context, [from, wish.to], definitions);
  return await Promise.all(wanted.map(({ id }) => fittingRelease(context, id, wish, version)));
}

/** The release that is wished for; else the one that speaks of the release asked of; else the newest. */
async function fittingRelease(
  { maps }: GatewayContext,
  id: string,
  { mapVersion, reverse }: MapWish,
  version: string | null,
): Promise<PinnedMap> {
  if (mapVersion !== null) return await maps.pin(id, mapVersion);
  const held = await maps.list(id);
  const fitting = held.findLast((map) => version !== null && versionOf(map, sideFrom(reverse)) === version);
  const newest = fitting ?? held.findLast(({ row }) => !row.draft) ?? held.at(-1);
  if (!newest) throw unknownMap(id, await maps.definitions());
  return newest;
}

function leadsElsewhere(map: ConceptMapDefinition, from: string, { to, reverse }: MapWish): CodesetError {
  const { id, sourceCodeSystem, targetCodeSystem } = map;
  const back = !reverse && sourceCodeSystem === to && targetCodeSystem === from;
  const advice = back
    ? ' Ask with `reverse: true` to read it backwards, which is not what its publisher says.'
    : sourceCodeSystem === targetCodeSystem
      ? ' What became of a code within one code system is told by `successors` and `predecessors`.'
      : '';
  return new CodesetError(
    'BAD_REQUEST',
    `The map ${id} leads from ${sourceCodeSystem} to ${targetCodeSystem}, not from ${from} to ${to}.${advice}`,
  );
}

async function refuseUnknownSystems(
  { releases }: GatewayContext,
  asked: readonly string[],
  maps: readonly ConceptMapDefinition[],
): Promise<void> {
  const held = (await releases.codeSystems()).map(({ id }) => id);
  const known = new Set([
    ...held,
    ...maps.flatMap(({ sourceCodeSystem, targetCodeSystem }) => [sourceCodeSystem, targetCodeSystem]),
  ]);
  const unknown = asked.find((id) => !known.has(id));
  if (unknown === undefined) return;
  const ids = [...known].sort();
  throw new CodesetError(
    'CODE_SYSTEM_UNKNOWN',
    `There is no code system ${unknown}, and no map that leads from or to it. There are: ${ids.join(', ')}.`,
    { details: { codeSystem: unknown, held: ids } },
  );
}
