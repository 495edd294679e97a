// Starts the gateway from the environment, and stops it on SIGINT or SIGTERM.
import {
  connectDatabase,
  type Database,
  type DatabaseRole,
  findUsableRoles,
  isConnectionFailure,
  migrationState,
} from '@codeset/database';
import { CodesetError } from '@codeset/terminology';
import { pino } from 'pino';
import { keepTold } from './keep-told.ts';
import { logDestination } from './log-destination.ts';
import { registeredFrom } from './persisted-operations.ts';
import { schema } from './schema.ts';
import { createGateway } from './server.ts';
import { readSettings, type Settings } from './settings.ts';
import { stayUp } from './stay-up.ts';
import { startTracing } from './tracing.ts';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const { stream, flush } = logDestination(process.stdout);
  const log = pino({ level: settings.logLevel }, stream);
  stayUp(log, (exitCode) => process.exit(exitCode));
  const tracing =
    settings.tracesTo === undefined ? undefined : await startTracing(settings.tracesTo, settings.tracedAs);
  const { database, fallback } = await openPools(settings);
  const gateway = createGateway({
    database,
    fallback,
    patience: { waitMs: settings.waitMs },
    metricsPort: settings.metricsPort,
    tracing,
    limits: settings.limits,
    cacheBytes: settings.cacheBytes,
    searchableEveryMs: settings.searchableEveryMs,
    registered: registeredFrom(settings.persistedFile, settings.persistedOnly, schema),
    clock: () => new Date(),
    log,
  });
  const told = keepTold(fallback ?? database, gateway, { log }); // a replica cannot tell; the primary does
  const listening = await gateway.listen(settings);
  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping');
    await listening.close();
    await gateway.close();
    await told.stop();
    await Promise.all([database, fallback].map((pool) => pool?.end({ timeout: 5 })));
    await tracing?.close();
    log.info('stopped');
    flush();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  log.info({ url: listening.url, metricsPort: listening.metricsPort }, 'listening');
  flush();
}

/** Pools as the reader role where the login may work as it; found out on the first of the databases that is there. */
async function openPools(
  settings: Settings,
): Promise<{ database: Database; fallback: Database | undefined }> {
  const { databaseUrl, fallbackUrl, poolSize, limits } = settings;
  const role = await findRole(databaseUrl).catch((error: unknown) => {
    if (fallbackUrl === undefined || !isConnectionFailure(error)) throw error;
    return findRole(fallbackUrl);
  });
  const open = (url: string) =>
    connectDatabase({
      ...connection(url),
      max: poolSize,
      role,
      statementTimeoutMs: limits.statementMs,
    });
  return { database: open(databaseUrl), fallback: fallbackUrl === undefined ? undefined : open(fallbackUrl) };
}

function connection(url: string) {
  return { url, applicationName: 'codeset gateway', readOnly: true };
}

async function findRole(url: string): Promise<DatabaseRole | null> {
  const first = connectDatabase({ ...connection(url), max: 1 });
  try {
    await refusePending(first);
    return (await findUsableRoles(first)).readerRole;
  } finally {
    await first.end({ timeout: 5 });
  }
}

async function refusePending(sql: Database): Promise<void> {
  const { pending } = await migrationState(sql);
  if (pending.length === 0) return;
  const message = `The database lacks the migrations ${pending.join(', ')}. Run \`codeset migrate\` first.`;
  throw new CodesetError('DATABASE_NOT_MIGRATED', message);
}

main().catch((error: unknown) => {
  const known = error instanceof CodesetError;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(known ? error.exitCode : 3);
});
