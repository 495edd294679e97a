// The gateway: schema, limits and HTTP put together over one pool of database connections.
import { openSteadyReader, type Patience, type ReadClient, statementTimeoutOf } from '@codeset/database/read';
import { CodesetError } from '@codeset/terminology';
import { assertValidSchema, type DocumentNode } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { type Logger, pino } from 'pino';
import { cacheShares, defaultCacheBytes } from './cache-shares.ts';
import { type GatewayContext, ownMembers, requestContext } from './context.ts';
import { type ExchangeCarrier, exchangeOf } from './exchange.ts';
import { gatewayPlugins } from './gateway-plugins.ts';
import { keptAnswers } from './http/kept-answers.ts';
import { type Enveloped, runPlain } from './http/run-plain.ts';
import { shortWay } from './http/short-way.ts';
import { useMetrics } from './http/use-metrics.ts';
import type { Registered } from './persisted-operations.ts';
import { logAnswers } from './http/use-request-log.ts';
import { createImmutableCache } from './immutable-cache.ts';
import { defaultLimits, type Limits } from './limits/limits.ts';
import { type Listening, type ListenOptions, listen } from './listen.ts';
import { indexDiffs } from './loaders/index-diffs.ts';
import { keepSearchable } from './loaders/keep-searchable.ts';
import { keptHits } from './loaders/kept-hits.ts';
import { allObservers, logReads } from './log-reads.ts';
import { lineages } from './loaders/lineages.ts';
import { madeThings } from './loaders/made-once.ts';
import { mapDiffs } from './loaders/map-diffs.ts';
import { searches } from './loaders/searches.ts';
import { sharedQuestions } from './loaders/shared-questions.ts';
import { releaseDiffs } from './loaders/release-diffs.ts';
import { immutableCaches } from './loaders/immutable-caches.ts';
import { publishedLists } from './published-lists.ts';
import { listenMetrics } from './metrics/listen-metrics.ts';
import { createMetrics } from './metrics/metrics.ts';
import { schema } from './schema.ts';
import type { Tracing } from './tracing.ts';

/** What a gateway is made of. */
export interface GatewayOptions {
  /** A pool for reading, the gateway's own from here on; the caller ends it after the gateway. */
  readonly database: ReadClient;
  /** Read from while `database` is away: the primary, where that is a replica. */
  readonly fallback?: ReadClient | undefined;
  /** What is to differ from `defaultPatience`: how long statements wait for a database, and how many. */
  readonly patience?: Partial<Patience>;
  /** Where the figures are served: beside the queries (absent), on a port of their own, or nowhere. */
  readonly metricsPort?: number | 'off' | undefined;
  /** Traces of requests and their statements; none when absent. */
  readonly tracing?: Tracing | undefined;
  /** Limits that are to differ from `defaultLimits`; `statementMs` is that of the pool. */
  readonly limits?: Partial<Limits>;
  /** Tells the time, and with it which release is in force today. */
  readonly clock: () => Date;
  /** Nothing is logged when absent. */
  readonly log?: Logger;
  /** How old the list of what is published may be when an answer begins; 1,000 when absent, 0 reads it each time. */
  readonly publishedMaxAgeMs?: number;
  /** Bytes for all that never changes, by estimate; `defaultCacheBytes` when absent. */
  readonly cacheBytes?: number;
  /** Queries are compiled when they are asked for the so many-th time; 20 when absent. */
  readonly compileFrom?: number;
  /**
   * How often it looks, while it listens, whether what is in force can be searched at once, in milliseconds; when absent
   * that is made at the first search.
   */
  readonly searchableEveryMs?: number | undefined;
  /** Operations that clients have registered; null or absent: none. */
  readonly registered?: Registered | null;
}

/** A gateway, ready to answer; nothing is read and nothing listens yet. */
export interface Gateway {
  /** Answers a request in-process, as over HTTP. */
  fetch(request: Request): Promise<Response>;
  /** Serves over HTTP. ENVIRONMENT when the port cannot be had. */
  listen(options: ListenOptions): Promise<Listening>;
  /** Tells it that what is published may have changed: requests that come in from now on will see it. */
  publishedChanged(): void;
  /** Ends the connections that took the place of lost ones; to be called before the database is ended. */
  close(): Promise<void>;
}

/** Makes a gateway. */
export function createGateway({
  database,
  fallback,
  patience = {},
  metricsPort,
  tracing,
  limits: changed = {},
  clock,
  log = silent(),
  publishedMaxAgeMs = 1_000,
  cacheBytes = defaultCacheBytes,
  compileFrom,
  searchableEveryMs,
  registered = null,
}: GatewayOptions): Gateway {
  assertValidSchema(schema); // graphql-js looks once: 60 ms that the first query need not wait for
  const limits = limitsOf(database, changed);
  const metrics = createMetrics();
  const observer = allObservers([logReads(log), metrics.reads, ...(tracing ? [tracing.reads] : [])]);
  const steady = openSteadyReader({ database, fallback, patience, observer });
  const { reader } = steady;
  const shares = cacheShares(cacheBytes);
  const made = madeThings(shares.made);
  const diffs = releaseDiffs(reader, made);
  const hits = keptHits(shares.hits);
  const parts = {
    reader,
    published: publishedLists(reader, publishedMaxAgeMs, () => performance.now()),
    shared: sharedQuestions(reader),
    caches: immutableCaches(shares.contents),
    diffs,
    indexDiffs: indexDiffs(reader, made),
    mapDiffs: mapDiffs(reader, made),
    searches: searches(reader, made),
    hits: hits.find,
    lineages: lineages(reader, diffs, made),
    limits,
    clock,
  };
  const documents = documentCache();
  metrics.showReader(steady.state);
  const kept = keptAnswers(shares.answers);
  const others = { documents, answers: kept.figures, hits: hits.figures, made: made.figures };
  metrics.showCaches({ ...parts.caches, ...others });
  const draining = { started: false };
  const logAnswer = logAnswers(log, clock);
  const yoga = createYoga<ExchangeCarrier, GatewayContext>({
    schema,
    context: (carrier) => ownMembers(requestContext(parts, exchangeOf(carrier))),
    plugins: [
      ...(metricsPort === undefined ? [useMetrics(metrics)] : []),
      ...gatewayPlugins(parts, { steady, draining, log, logAnswer, compileFrom, registered }),
    ],
    parserAndValidationCache: { documentCache: documents, errorCache: noErrorCache },
    healthCheckEndpoint: '/live',
    maskedErrors: false, // useAnswerShape masks, with the request id
    maxRequestBodySize: false, // useRequestForm bounds it, with our error code
    multipart: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    logging: false,
  });
  const run = runPlain(
    (carrier) => yoga.getEnveloped(carrier) as Enveloped,
    (exchange) => requestContext(parts, exchange),
  );
  const handle = shortWay({
    long: yoga,
    read: (request, executed) => yoga.fetch(request, executed),
    run,
    limits,
    clock,
    published: parts.published,
    registered,
    kept,
    answered: logAnswer,
  });
  return {
    fetch: async (request) => await yoga.fetch(request),
    listen: async (options) => {
      const apart =
        typeof metricsPort === 'number' ? await listenMetrics(metrics, options.host, metricsPort) : null;
      const searchable =
        searchableEveryMs === undefined
          ? null
          : keepSearchable({ ...parts, log, everyMs: searchableEveryMs });
      const serving = {
        requestMs: limits.requestMs,
        draining,
        watch: metrics.watch,
        ...(tracing && { around: tracing.around }),
        closed: () => {
          searchable?.stop();
          return apart?.close();
        },
      };
      return { ...(await listen(handle, serving, options)), ...(apart && { metricsPort: apart.port }) };
    },
    close: steady.close,
    publishedChanged: parts.published.expire,
  };
}

/** The limit of statements is what the pool's connections are opened with. ENVIRONMENT when another is asked for. */
function limitsOf(database: ReadClient, changed: Partial<Limits>): Limits {
  const statementMs = statementTimeoutOf(database);
  const asked = changed.statementMs ?? statementMs;
  if (asked === statementMs) return { ...defaultLimits, ...changed, statementMs };
  const message = `The limit statementMs is ${asked}, the database is open with ${statementMs}: open it with the same.`;
  throw new CodesetError('ENVIRONMENT', message);
}

function silent(): Logger {
  return pino({ level: 'silent' });
}

/** Texts that are no queries are not remembered: anyone can think of any number of them, each as long as a body. */
const noErrorCache = { get: () => undefined, set: () => undefined };

/** Parsed queries by text; bounded by bytes, because a text within the body limit may be long. */
function documentCache() {
  const mebibyte = 1024 * 1024;
  const cache = createImmutableCache<string, DocumentNode>(
    { entries: 1_000, bytes: 32 * mebibyte },
    (document) => 20 * (document.loc?.end ?? 0) + 1_000,
  );
  return cache;
}
