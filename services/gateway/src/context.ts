// What resolvers are given: the request's pinned releases, its loaders, and what is noted for the log.
import type { Reader } from '@codeset/database/read';
import { dateOf } from '@codeset/terminology';
import type { Exchange } from './exchange.ts';
import type { Limits } from './limits/limits.ts';
import { requestLevels } from './loaders/request-levels.ts';
import { type ImmutableCaches, type Loaders, requestLoaders } from './loaders/request-loaders.ts';
import { type RequestReleases, requestReleases } from './request-releases.ts';

/** One request's context; made anew for each, so that nothing is remembered but what never changes. */
export interface GatewayContext {
  readonly exchange: Exchange;
  readonly limits: Limits;
  readonly releases: RequestReleases;
  readonly loaders: Loaders;
}

/** What all requests of a gateway share. */
export interface GatewayParts {
  readonly reader: Reader;
  readonly caches: ImmutableCaches;
  readonly limits: Limits;
  readonly clock: () => Date;
}

/** The context of a request that has just come in; nothing is read yet. */
export function requestContext(parts: GatewayParts, exchange: Exchange): GatewayContext {
  const { reader, caches, limits, clock } = parts;
  const levels = requestLevels(reader);
  const releases = requestReleases(levels.reader, limits, dateOf(clock()));
  return { exchange, limits, releases, loaders: requestLoaders(levels, caches, releases) };
}
