// What resolvers are given: the request's pinned releases, its loaders, and what is noted for the log.
import type { Reader } from '@codeset/database/read';
import { dateOf } from '@codeset/terminology';
import type { Exchange } from './exchange.ts';
import type { CountedAnswer } from './limits/count-answer.ts';
import type { Limits } from './limits/limits.ts';
import type { ImmutableCaches } from './loaders/immutable-caches.ts';
import type { IndexDiffs } from './loaders/index-diffs.ts';
import type { Lineages } from './loaders/lineages.ts';
import type { MapDiffs } from './loaders/map-diffs.ts';
import type { ReleaseDiffs } from './loaders/release-diffs.ts';
import type { Searches } from './loaders/searches.ts';
import { type RequestLevels, requestLevels } from './loaders/request-levels.ts';
import { type Loaders, requestLoaders } from './loaders/request-loaders.ts';
import type { PublishedLists } from './published-lists.ts';
import { type RequestMaps, requestMaps } from './request-maps.ts';
import { type RequestReleases, requestReleases } from './request-releases.ts';

/** One request's context; made anew for each, so that nothing is remembered but what never changes. */
export interface GatewayContext {
  readonly exchange: Exchange;
  readonly limits: Limits;
  readonly releases: RequestReleases;
  readonly maps: RequestMaps;
  readonly loaders: Loaders;
  /** For what asks the database itself; its statements count with those of the loaders. */
  readonly reader: Reader;
  /** Compares releases; what was compared before is kept by the process. */
  readonly diffs: ReleaseDiffs;
  /** Compares indexes, one at a time; what was compared before is kept by the process. */
  readonly indexDiffs: IndexDiffs;
  /** Compares releases of maps; what was compared before is kept by the process. */
  readonly mapDiffs: MapDiffs;
  /** What searching a release needs; what was read before is kept by the process. */
  readonly searches: Searches;
  /** Lineages of code systems; what was built before is kept by the process. */
  readonly lineages: Lineages;
  /** The pairs of releases that the request has compared. */
  readonly comparisons: Set<string>;
  /** What the answer comes to so far, where it is counted while it is made. */
  readonly answer: CountedAnswer;
}

/** What all requests of a gateway share. */
export interface GatewayParts {
  readonly reader: Reader;
  readonly published: PublishedLists;
  readonly caches: ImmutableCaches;
  readonly diffs: ReleaseDiffs;
  readonly indexDiffs: IndexDiffs;
  readonly mapDiffs: MapDiffs;
  readonly searches: Searches;
  readonly lineages: Lineages;
  readonly limits: Limits;
  readonly clock: () => Date;
}

/** The context of a request that has just come in; nothing is read yet. */
export function requestContext(parts: GatewayParts, exchange: Exchange): GatewayContext {
  const { reader, published, caches, diffs, indexDiffs, mapDiffs, searches, lineages, limits, clock } = parts;
  const levels = requestLevels(reader);
  const lists = trackedLists(published, levels);
  const releases = requestReleases(lists, limits, dateOf(clock()));
  const maps = requestMaps(lists, releases.dependOnMore);
  const loaders = requestLoaders(levels, caches, { releases, maps });
  return {
    exchange,
    limits,
    releases,
    maps,
    loaders,
    reader: levels.reader,
    // Statements of their own, which end when they end: what comes after them is one level for all of the request.
    diffs: (...asked) => levels.track(diffs(...asked)),
    indexDiffs: (...asked) => levels.track(indexDiffs(...asked)),
    mapDiffs: (...asked) => levels.track(mapDiffs(...asked)),
    searches: (...asked) => levels.track(searches(...asked)),
    lineages: (...asked) => levels.track(lineages(...asked)),
    comparisons: new Set(),
    answer: { objects: 0 },
  };
}

/** The lists; what has to be read counts as under way. */
function trackedLists(published: PublishedLists, levels: RequestLevels): Omit<PublishedLists, 'expire'> {
  const tracked = <Value>(current: Value | Promise<Value>) =>
    current instanceof Promise ? levels.track(current) : current;
  return {
    releases: () => tracked(published.releases()),
    codeSystems: () => tracked(published.codeSystems()),
    maps: () => tracked(published.maps()),
  };
}
