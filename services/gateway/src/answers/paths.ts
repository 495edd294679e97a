// What codes come to through maps and releases one after the other, told with the releases that the request sees.
import { contentReader } from '@codeset/comparison';
import {
  type FollowedCode,
  followRoute,
  type Leg,
  type NamedMap,
  type PathPoint,
  planRoutes,
  type Route,
} from '@codeset/crosswalk';
import type { PublishedRelease } from '@codeset/database/read';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { findByKey } from './compare.ts';
import { findConcept } from './find-concept.ts';
import { mentionOf } from './mapped-concept.ts';
import { refuseUnknownSystems } from './translate.ts';

/** What a client asks to be followed. */
export interface AskedPaths {
  readonly codes: readonly string[];
  /** Ids of the code systems. */
  readonly from: string;
  readonly to: string;
  /** Versions of their releases; null where that is not said. */
  readonly fromVersion: string | null;
  readonly toVersion: string | null;
  readonly through: readonly NamedMap[] | null;
  readonly reverse: boolean;
}

/** A route with what each code comes to by it. */
export interface ToldRoute {
  readonly route: Route;
  readonly codes: readonly FollowedCode[];
}

/**
 * One answer for each route, those through the fewest maps; empty where no maps lead there. CODE_SYSTEM_UNKNOWN,
 * CONCEPT_MAP_UNKNOWN, RELEASE_UNKNOWN, BAD_REQUEST.
 */
export async function followPaths(context: GatewayContext, asked: AskedPaths): Promise<ToldRoute[]> {
  const { releases, maps, reader, lineages, diffs } = context;
  const { codes, from, to, through, reverse } = asked;
  const pin = async (codeSystem: string, version: string | null) =>
    version === null ? null : (await releases.pin({ codeSystem, version, on: null })).row;
  const [fromRelease, toRelease] = await Promise.all([
    pin(from, asked.fromVersion),
    pin(to, asked.toVersion),
  ]);
  await refuseUnknownSystems(context, [from, to]);
  const definitions = await releases.codeSystems();
  const held = await Promise.all(definitions.map(({ id }) => releases.list(id)));
  const published = {
    maps: await maps.published(),
    releases: held.flat().map(({ row }) => row),
    definitions,
  };
  const routes = planRoutes(published, { from, to, fromRelease, toRelease, through, reverse });
  for (const { legs } of routes) for (const leg of legs) serveLeg(context, leg, held.flat());
  const sources = {
    reader,
    contents: contentReader(reader),
    published,
    lineageOf: lineages,
    compare: diffs,
  };
  return await Promise.all(
    routes.map(async (route) => ({ route, codes: await followRoute(sources, route, codes) })),
  );
}

function serveLeg({ releases, maps }: GatewayContext, leg: Leg, held: readonly PinnedRelease[]): void {
  if (leg.is === 'map') {
    maps.serve(leg.map);
    return;
  }
  for (const row of [leg.from, leg.to]) {
    const release = held.find((one) => one.row.id === row?.id);
    if (release) releases.serve(release);
  }
}

/** The release as the request sees it; null where none is held. */
export async function toldRelease(
  { releases }: GatewayContext,
  row: PublishedRelease | null,
): Promise<PinnedRelease | null> {
  if (!row) return null;
  const release = (await releases.list(row.codeSystem)).find((one) => one.row.id === row.id) ?? null;
  if (release) releases.show(release);
  return release;
}

/** The concept in the release that the path is in; null where that is not said or not held, or has no such concept. */
export async function conceptAt(
  context: GatewayContext,
  { codeSystem, version, code, key }: PathPoint,
): Promise<ReleaseConcept | null> {
  const held = await context.releases.list(codeSystem);
  const release = held.find(({ row }) => row.version === version);
  if (!release) return null;
  if (key !== null) return await findByKey(context, release, key);
  return code === null ? null : await findConcept(context, release, code);
}

/** By the release, else by the map that names it; null where nobody says one. */
export async function titleAt(context: GatewayContext, point: PathPoint): Promise<string | null> {
  if (point.title !== null) return point.title;
  const concept = await conceptAt(context, point);
  if (concept) return (await context.loaders.contents.load(concept.row.contentId)).display;
  const { named, code, key } = point;
  return named && ((await mentionOf(context, { ...named, code, key }))?.title ?? null);
}
