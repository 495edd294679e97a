// Starts the gateway from the environment, and stops it on SIGINT or SIGTERM.
import {
  connectDatabase,
  type Database,
  findUsableRoles,
  migrationState,
  watchPublished,
} from '@codeset/database';
import { CodesetError } from '@codeset/terminology';
import { pino } from 'pino';
import { createGateway } from './server.ts';
import { readSettings, type Settings } from './settings.ts';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = pino({ level: settings.logLevel });
  const database = await openPool(settings);
  const gateway = createGateway({ database, limits: settings.limits, clock: () => new Date(), log });
  const told = await watchPublished(database, gateway.publishedChanged);
  if (!told) log.info('a replica does not tell what is published: the list is read every second');
  const listening = await gateway.listen(settings);
  log.info({ url: listening.url }, 'listening');
  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping');
    await listening.close();
    await database.end({ timeout: 5 });
    log.info('stopped');
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** A pool as the reader role where the login may work as it. */
async function openPool({ databaseUrl, poolSize, limits }: Settings): Promise<Database> {
  const options = { url: databaseUrl, applicationName: 'codeset gateway', readOnly: true };
  const first = connectDatabase({ ...options, max: 1 });
  try {
    await refusePending(first);
    const { readerRole } = await findUsableRoles(first);
    return connectDatabase({
      ...options,
      max: poolSize,
      role: readerRole,
      statementTimeoutMs: limits.statementMs,
    });
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
