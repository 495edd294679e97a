// The gateway: schema, limits and HTTP put together over one pool of database connections.
import { openSteadyReader, type Patience, type ReadClient, type SteadyReader } from '@codeset/database/read';
import type { DocumentNode } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { type Logger, pino } from 'pino';
import { type GatewayContext, type GatewayParts, requestContext } from './context.ts';
import { type ExchangeCarrier, exchangeOf } from './exchange.ts';
import { useAnswerShape } from './http/use-answer-shape.ts';
import { useMetrics } from './http/use-metrics.ts';
import { usePages } from './http/use-pages.ts';
import { type Draining, useReadiness } from './http/use-readiness.ts';
import { useRequestForm } from './http/use-request-form.ts';
import { useRequestId } from './http/use-request-id.ts';
import { useRequestLog } from './http/use-request-log.ts';
import { createImmutableCache } from './immutable-cache.ts';
import { defaultLimits, type Limits } from './limits/limits.ts';
import { useDocumentLimits } from './limits/use-document-limits.ts';
import { useQueryLimits } from './limits/use-query-limits.ts';
import { type Listening, type ListenOptions, listen } from './listen.ts';
import { indexDiffs } from './loaders/index-diffs.ts';
import { allObservers, logReads } from './log-reads.ts';
import { lineages } from './loaders/lineages.ts';
import { mapDiffs } from './loaders/map-diffs.ts';
import { searches } from './loaders/searches.ts';
import { releaseDiffs } from './loaders/release-diffs.ts';
import { immutableCaches } from './loaders/request-loaders.ts';
import { listenMetrics } from './metrics/listen-metrics.ts';
import { createMetrics } from './metrics/metrics.ts';
import { printGatewaySchema } from './print-schema.ts';
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
  /** Limits that are to differ from `defaultLimits`. */
  readonly limits?: Partial<Limits>;
  /** Tells the time, and with it which release is in force today. */
  readonly clock: () => Date;
  /** Nothing is logged when absent. */
  readonly log?: Logger;
}

/** A gateway, ready to answer; nothing is read and nothing listens yet. */
export interface Gateway {
  /** Answers a request in-process, as over HTTP. */
  fetch(request: Request): Promise<Response>;
  /** Serves over HTTP. ENVIRONMENT when the port cannot be had. */
  listen(options: ListenOptions): Promise<Listening>;
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
}: GatewayOptions): Gateway {
  const limits = { ...defaultLimits, ...changed };
  const metrics = createMetrics();
  const observer = allObservers([logReads(log), metrics.reads, ...(tracing ? [tracing.reads] : [])]);
  const steady = openSteadyReader({ database, fallback, patience, observer });
  const { reader } = steady;
  const diffs = releaseDiffs(reader);
  const parts = {
    reader,
    caches: immutableCaches(),
    diffs,
    indexDiffs: indexDiffs(reader),
    mapDiffs: mapDiffs(reader),
    searches: searches(reader),
    lineages: lineages(reader, diffs),
    limits,
    clock,
  };
  const documents = documentCache();
  metrics.showReader(steady.state);
  metrics.showCaches({ ...parts.caches, documents });
  const draining = { started: false };
  const yoga = createYoga<ExchangeCarrier, GatewayContext>({
    schema,
    context: (carrier) => requestContext(parts, exchangeOf(carrier)),
    plugins: [
      ...(metricsPort === undefined ? [useMetrics(metrics)] : []),
      ...gatewayPlugins(parts, steady, draining, log),
    ],
    parserAndValidationCache: { documentCache: documents },
    healthCheckEndpoint: '/live',
    maskedErrors: false, // useAnswerShape masks, with the request id
    maxRequestBodySize: false, // useRequestForm bounds it, with our error code
    multipart: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    logging: false,
  });
  return {
    fetch: async (request) => await yoga.fetch(request),
    listen: async (options) => {
      const apart =
        typeof metricsPort === 'number' ? await listenMetrics(metrics, options.host, metricsPort) : null;
      const serving = {
        draining,
        watch: metrics.watch,
        ...(tracing && { around: tracing.around }),
        closed: () => apart?.close(),
      };
      return { ...(await listen(yoga, serving, options)), ...(apart && { metricsPort: apart.port }) };
    },
    close: steady.close,
  };
}

function silent(): Logger {
  return pino({ level: 'silent' });
}

/** In the order in which they act on a request. */
function gatewayPlugins(
  { limits, clock }: GatewayParts,
  steady: SteadyReader,
  draining: Draining,
  log: Logger,
): Plugin[] {
  return [
    useRequestId(clock),
    useRequestLog(log, clock),
    useReadiness(steady, draining, log),
    usePages(printGatewaySchema()),
    useRequestForm(limits),
    useDocumentLimits(limits),
    useAnswerShape(log),
    useQueryLimits(limits),
  ] as Plugin[];
}

/** Parsed queries by text; bounded by bytes, because a text within the body limit may be long. */
function documentCache() {
  const mebibyte = 1024 * 1024;
  const cache = createImmutableCache<string, DocumentNode>(
    { entries: 1_000, bytes: 32 * mebibyte },
    (document) => 20 * (document.loc?.end ?? 0) + 1_000,
  );
  return cache;
}
