// What resolvers are given: the request's pinned releases, its loaders, and what is noted for the log.
import type { Reader } from '@codeset/database/read';
import { dateOf } from '@codeset/terminology';
import type { Exchange } from './exchange.ts';
import type { CountedAnswer } from './limits/count-answer.ts';
import type { Limits } from './limits/limits.ts';
import { requestIsOver, stoppableReader } from './limits/stoppable-reader.ts';
import type { ImmutableCaches } from './loaders/immutable-caches.ts';
import type { FindHits } from './loaders/kept-hits.ts';
import type { IndexDiffs } from './loaders/index-diffs.ts';
import type { Lineages } from './loaders/lineages.ts';
import type { MapDiffs } from './loaders/map-diffs.ts';
import type { ReleaseDiffs } from './loaders/release-diffs.ts';
import type { Searches } from './loaders/searches.ts';
import { type RequestLevels, requestLevels } from './loaders/request-levels.ts';
import type { AskShared } from './loaders/shared-questions.ts';
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
  /** The hits of a search; those of the same question before are kept by the process. */
  readonly hits: FindHits;
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
  /** Asks what requests share, without one of them. */
  readonly shared: AskShared;
  readonly caches: ImmutableCaches;
  readonly diffs: ReleaseDiffs;
  readonly indexDiffs: IndexDiffs;
  readonly mapDiffs: MapDiffs;
  readonly searches: Searches;
  readonly hits: FindHits;
  readonly lineages: Lineages;
  readonly limits: Limits;
  readonly clock: () => Date;
}

/** The context of a request that has just come in; nothing is read yet. */
export function requestContext(parts: GatewayParts, exchange: Exchange): GatewayContext {
  return new RequestContext(parts, exchange);
}

/** The same with members of its own, for who copies it, as yoga does. */
export function ownMembers(context: GatewayContext): GatewayContext {
  const { exchange, limits, releases, maps, loaders, reader, comparisons, answer } = context;
  const { diffs, indexDiffs, mapDiffs, searches, hits, lineages } = context;
  const work = { diffs, indexDiffs, mapDiffs, searches, hits, lineages };
  return { exchange, limits, releases, maps, loaders, reader, comparisons, answer, ...work };
}

/** A class, since most requests use little of it: functions that take long work are made when they are asked for. */
class RequestContext implements GatewayContext {
  readonly exchange: Exchange;
  readonly limits: Limits;
  readonly releases: RequestReleases;
  readonly maps: RequestMaps;
  readonly loaders: Loaders;
  readonly comparisons = new Set<string>();
  readonly answer = { objects: 0 };
  readonly #parts: GatewayParts;
  readonly #levels: RequestLevels;

  constructor(parts: GatewayParts, exchange: Exchange) {
    this.#parts = parts;
    this.#levels = requestLevels(
      () => stoppableReader(parts.reader, exchange),
      (...asked) => (exchange.isOver ? Promise.reject(requestIsOver()) : parts.shared(...asked)),
    );
    this.exchange = exchange;
    this.limits = parts.limits;
    const lists = new TrackedLists(parts.published, this.#levels);
    const releases = requestReleases(lists, parts.limits, () => dateOf(exchange.receivedAt));
    this.releases = releases;
    this.maps = requestMaps(lists, () => releases.dependOnMore());
    this.loaders = requestLoaders(this.#levels, parts.caches, this);
  }

  get reader(): Reader {
    return this.#levels.reader;
  }

  // Statements of their own, which end when they end: what comes after them is one level for all of the request.

  get diffs(): ReleaseDiffs {
    return (...asked) => this.#levels.track(this.#parts.diffs(...asked));
  }

  get indexDiffs(): IndexDiffs {
    return (...asked) => this.#levels.track(this.#parts.indexDiffs(...asked));
  }

  get mapDiffs(): MapDiffs {
    return (...asked) => this.#levels.track(this.#parts.mapDiffs(...asked));
  }

  get searches(): Searches {
    return (...asked) => this.#levels.track(this.#parts.searches(...asked));
  }

  get hits(): FindHits {
    return this.#parts.hits;
  }

  get lineages(): Lineages {
    return (...asked) => this.#levels.track(this.#parts.lineages(...asked));
  }
}

/** The lists; what has to be read counts as under way. */
class TrackedLists implements Omit<PublishedLists, 'expire' | 'stillSay'> {
  readonly #published: PublishedLists;
  readonly #levels: RequestLevels;

  constructor(published: PublishedLists, levels: RequestLevels) {
    this.#published = published;
    this.#levels = levels;
  }

  releases() {
    return this.#tracked(this.#published.releases());
  }

  codeSystems() {
    return this.#tracked(this.#published.codeSystems());
  }

  maps() {
    return this.#tracked(this.#published.maps());
  }

  #tracked<Value>(current: Value | Promise<Value>): Value | Promise<Value> {
    return current instanceof Promise ? this.#levels.track(current) : current;
  }
}
