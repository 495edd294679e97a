// The database a command works on: the server that DATABASE_URL names, or the embedded one.
import {
  checkServer,
  codesetHome,
  connectDatabase,
  createDatabaseIfMissing,
  type Database,
  ensureRoles,
  migrate,
  migrationState,
  type RolesReport,
  startEmbeddedServer,
} from '@codeset/database';
import { refreshDefinitions, refreshMapDefinitions } from '@codeset/database/load';
import { CodesetError } from '@codeset/terminology';
import type { Environment } from './environment.ts';
import { ingestionServices, mapServices } from './ingestion-services.ts';

/** The name of the embedded server's database. */
const embeddedDatabase = 'codeset';

export interface OpenDatabase {
  /** As the login itself, for migrations and for commands that only look. */
  readonly sql: Database;
  /** As the loader role where there is one. */
  readonly loader: Database;
  /** Connections for readers, on the read URL where one is given; as the reader role where there is one. */
  readonly reader: Database;
  /** The same on the other URL, for a server to read from while the read URL's database is away; null without one. */
  readonly fallback: Database | null;
  /** The read side's URL, for a server of its own process. */
  readonly embedded: boolean;
  readonly roles: RolesReport;
  close(): Promise<void>;
}

/**
 * Opens the database, migrated: the embedded one is migrated on the way, another server's must have been
 * (`codeset migrate`), unless `migrateNow`.
 */
export async function openDatabase(
  environment: Environment,
  log: (line: string) => void,
  options: { readonly migrateNow?: boolean; readonly readers?: number } = {},
): Promise<OpenDatabase> {
  const place = await findPlace(environment, log);
  const sql = connectDatabase({ url: place.url, applicationName: 'codeset operator', max: 2 });
  try {
    await checkServer(sql);
    if (place.embedded || options.migrateNow) await bringUpToDate(sql, log);
    else await refusePending(sql);
    const roles = await ensureRoles(sql);
    for (const note of roles.notes) log(note);
    const loader = connectDatabase({
      url: place.url,
      role: roles.loaderRole,
      applicationName: 'codeset loader',
      max: 2,
    });
    const openForReaders = (url: string) =>
      connectDatabase({
        url,
        role: roles.readerRole,
        applicationName: 'codeset reader',
        max: options.readers ?? 2,
        readOnly: true,
        statementTimeoutMs: environment.limits.statementMs,
      });
    const reader = openForReaders(place.readUrl);
    const fallback = place.readUrl === place.url ? null : openForReaders(place.url);
    return {
      sql,
      loader,
      reader,
      fallback,
      embedded: place.embedded,
      roles,
      async close() {
        await Promise.all([sql, loader, reader, fallback].map((pool) => pool?.end({ timeout: 5 })));
        await place.stop();
      },
    };
  } catch (error) {
    await sql.end({ timeout: 5 });
    await place.stop();
    throw error;
  }
}

/** The schema, and what the services of this version say of the code systems and maps that are held. */
async function bringUpToDate(sql: Database, log: (line: string) => void): Promise<void> {
  await migrate(sql, { log });
  const definitions = ingestionServices.map(({ definition }) => definition);
  const maps = mapServices.map(({ definition }) => definition);
  const refreshed = [
    ...(await refreshDefinitions(sql, definitions)),
    ...(await refreshMapDefinitions(sql, maps)),
  ];
  if (refreshed.length > 0) log(`definitions brought up to date: ${refreshed.join(', ')}`);
}

interface Place {
  readonly url: string;
  readonly readUrl: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

async function findPlace(environment: Environment, log: (line: string) => void): Promise<Place> {
  const { DATABASE_URL, DATABASE_READ_URL } = environment;
  if (DATABASE_URL !== undefined) {
    return {
      url: DATABASE_URL,
      readUrl: DATABASE_READ_URL ?? DATABASE_URL,
      embedded: false,
      stop: async () => undefined,
    };
  }
  if (DATABASE_READ_URL !== undefined) {
    throw new CodesetError(
      'ENVIRONMENT',
      'DATABASE_READ_URL is set without DATABASE_URL. Set both, or neither.',
    );
  }
  const server = await startEmbeddedServer({ home: codesetHome(environment), log });
  const admin = connectDatabase({ url: server.url('postgres'), applicationName: 'codeset operator', max: 1 });
  try {
    await createDatabaseIfMissing(admin, embeddedDatabase);
  } finally {
    await admin.end({ timeout: 5 });
  }
  const url = server.url(embeddedDatabase);
  return { url, readUrl: url, embedded: true, stop: () => server.stop() };
}

async function refusePending(sql: Database): Promise<void> {
  const { pending } = await migrationState(sql);
  if (pending.length === 0) return;
  throw new CodesetError(
    'DATABASE_NOT_MIGRATED',
    `The database lacks ${pending.length} migrations (${pending.join(', ')}). Run \`codeset migrate\` first.`,
  );
}
