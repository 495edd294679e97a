// codeset serve: the gateway over the published releases, until it is told to stop.
import { listHeldReleases } from '@codeset/database/load';
import {
  createGateway,
  keepTold,
  logDestination,
  registeredFrom,
  schema,
  startTracing,
  stayUp,
} from '@codeset/gateway';
import { searchableEveryMs } from '@codeset/gateway/settings';
import { CodesetError } from '@codeset/terminology';
import { pino } from 'pino';
import type { CommandRun } from '../command-run.ts';
import type { OpenDatabase } from '../open-database.ts';
import { stopSignal } from '../stop-signal.ts';

export interface ServeOptions {
  readonly port?: string;
  readonly host?: string;
}

export async function serve(run: CommandRun, options: ServeOptions): Promise<number> {
  return await run.withDatabase((database) => serveUntilStopped(run, database, options), {
    readers: run.environment.POOL_SIZE,
  });
}

/** Says where it serves, waits for SIGINT or SIGTERM, answers what is under way, and gives exit code 0. */
export async function serveUntilStopped(
  run: CommandRun,
  { sql, reader, fallback }: OpenDatabase,
  options: ServeOptions,
  quietly = false,
): Promise<number> {
  const { HOST, PORT, LOG_LEVEL, DRAIN_MS, WAIT_MS, METRICS_PORT } = run.environment;
  const { CACHE_MB, PREPARE_SEARCH, PERSISTED_OPERATIONS, PERSISTED_ONLY } = run.environment;
  const { stream, flush } = logDestination(process.stderr);
  const log = pino({ level: LOG_LEVEL ?? (quietly ? 'warn' : 'info') }, stream);
  const { OTEL_EXPORTER_OTLP_ENDPOINT: tracesTo, OTEL_SERVICE_NAME: tracedAs } = run.environment;
  const tracing = tracesTo === undefined ? undefined : await startTracing(tracesTo, tracedAs);
  stayUp(log, (exitCode) => process.exit(exitCode));
  const gateway = createGateway({
    database: reader,
    fallback: fallback ?? undefined,
    patience: { waitMs: WAIT_MS },
    metricsPort: METRICS_PORT,
    tracing,
    limits: run.environment.limits,
    cacheBytes: CACHE_MB * 1024 * 1024,
    searchableEveryMs: PREPARE_SEARCH ? searchableEveryMs : undefined,
    registered: registeredFrom(PERSISTED_OPERATIONS, PERSISTED_ONLY, schema),
    clock: () => new Date(),
    log,
  });
  const stop = stopSignal();
  const told = keepTold(sql, gateway, { log });
  const listening = await gateway.listen({
    port: portOf(options.port, PORT),
    host: options.host ?? HOST,
    drainMs: DRAIN_MS,
  });
  const held = (await listHeldReleases(sql, null)).filter(({ status }) => status === 'published');
  const releases = held.map(
    ({ publication, version, sample, draft }) =>
      `${publication} ${version}${sample ? ' (sample)' : ''}${draft ? ' (draft)' : ''}`,
  );
  const served =
    releases.length === 0
      ? 'No release is published yet: `codeset load` loads one.'
      : `Serving ${releases.join(', ')}.`;
  run.output.result(
    { url: `${listening.url}/graphql`, releases },
    `${served}\nGraphQL, and a page to try queries on: ${listening.url}/graphql\nCtrl-C stops it.`,
  );
  await stop;
  run.output.note('stopping');
  await listening.close();
  await gateway.close();
  await told.stop();
  await tracing?.close();
  flush();
  return 0;
}

function portOf(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new CodesetError('USAGE', `--port: found ${given}, expected a number from 0 to 65535.`);
}
