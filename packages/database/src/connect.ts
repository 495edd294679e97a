// Opens connections to Postgres, each with the role and the time limits of its work.
import { setTimeout as sleep } from 'node:timers/promises';
import { CodesetError } from '@codeset/terminology';
import postgres from 'postgres';
import { databaseUnavailable } from './database-unavailable.ts';
import { promptSocketFor } from './prompt-socket.ts';
import { type DatabaseRole, roleLimits, type TimeLimits } from './role-limits.ts';

/** A pool of connections, as postgres.js has it; bigint arrives as number, a date as text such as 2025-10-01. */
export type Database = postgres.Sql;

/** A transaction on one of these connections. */
export type DatabaseTransaction = postgres.TransactionSql;

/** How to connect; limits that are not given are those of the role, and none without a role. */
export interface ConnectOptions extends Partial<TimeLimits> {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** The role to work as, whoever logs in; null or absent: the login itself. */
  readonly role?: DatabaseRole | null;
  /** Largest number of connections at once; 10 when absent. */
  readonly max?: number;
  /** Shown by the server among its sessions. */
  readonly applicationName: string;
  /** Refuse to write; the default for the reader role. */
  readonly readOnly?: boolean;
}

/** The oldest Postgres that will do. */
export const oldestServer = 15;

/**
 * A pool for this database. Nothing is opened before the first query; `checkServer` opens one on purpose.
 * A CodesetError DATABASE_UNAVAILABLE when the URL is none. End it with `end()`.
 */
export function connectDatabase(options: ConnectOptions): Database {
  refuseBadUrl(options.url);
  return postgres(options.url, {
    max: options.max ?? 10,
    connect_timeout: 10,
    backoff: reconnectPause,
    onnotice: () => undefined,
    connection: { ...startParameters(options) },
    ...promptSocketFor(options.url),
    types: { bigint, plainDate },
  });
}

/** Seconds before a connection that was lost is tried again; by itself postgres.js comes to wait for 20. */
function reconnectPause(failures: number): number {
  return (0.5 + Math.random() / 2) * Math.min(2 ** failures / 100, 0.25);
}

/** What another pool for the same database may have of its own. */
export interface ReopenChanges {
  readonly max?: number;
  /** Seconds. */
  readonly connect_timeout?: number;
  readonly debug?: false;
  readonly fetch_types?: false;
}

/** Another pool with the settings of this one, which it does not touch; its own to end. */
export function reopenDatabase(sql: Database, changes: ReopenChanges = {}): Database {
  // As postgres.js does it for `listen`: its parsed options are options. Failures are counted anew; the array types
  // that a connection has found are kept, and not asked for again.
  const parsed = sql.options as typeof sql.options & { readonly shared: { readonly typeArrayMap: object } };
  const known = Object.keys(parsed.shared.typeArrayMap).length > 0;
  const shared = { ...parsed.shared, retries: 0 };
  const options: unknown = { ...parsed, ...(known && { fetch_types: false }), ...changes, shared };
  return postgres(options as postgres.Options<Record<string, postgres.PostgresType>>);
}

/** postgres.js leaves out parameters that are 0 or false, hence the text. */
function startParameters(options: ConnectOptions): Record<string, string> {
  const role = options.role ?? null;
  const limits = role === null ? null : roleLimits[role];
  const milliseconds = (given: number | undefined, ofRole: number | undefined) =>
    String(given ?? ofRole ?? 0);
  return {
    application_name: options.applicationName,
    TimeZone: 'UTC',
    search_path: 'public', // else a login called codeset finds our tables without their schema, and no other does
    statement_timeout: milliseconds(options.statementTimeoutMs, limits?.statementTimeoutMs),
    lock_timeout: milliseconds(options.lockTimeoutMs, limits?.lockTimeoutMs),
    idle_in_transaction_session_timeout: milliseconds(
      options.idleInTransactionTimeoutMs,
      limits?.idleInTransactionTimeoutMs,
    ),
    default_transaction_read_only: (options.readOnly ?? role === 'codeset_reader') ? 'on' : 'off',
    ...(role === null ? {} : { role }),
  };
}

/** The message of the URL parser holds the whole text, password included: it is not passed on. */
function refuseBadUrl(url: string): void {
  if (/^postgres(ql)?:\/\//.test(url) && (URL.canParse(url) || url.includes(','))) return;
  throw new CodesetError(
    'DATABASE_UNAVAILABLE',
    'The database URL is not of the form postgres://user:password@host:port/database. Correct DATABASE_URL.',
  );
}

/** Ids and counts; a number that JavaScript cannot hold exactly is refused, never rounded. */
const bigint: postgres.PostgresType<number> = {
  to: 20,
  from: [20],
  serialize: (value: number) => String(value),
  parse: (text: string) => {
    const value = Number(text);
    if (Number.isSafeInteger(value)) return value;
    throw new RangeError(`bigint ${text} is beyond what a number holds exactly: cast it to text`);
  },
};

/** A date without time stays what Postgres says, so that no time zone can move it. */
const plainDate: postgres.PostgresType<string> = {
  to: 1082,
  from: [1082],
  serialize: (value: string) => value,
  parse: (text: string) => text,
};

/** What the server says it is. */
export interface ServerVersion {
  /** Such as 18.4. */
  readonly version: string;
  readonly major: number;
}

/**
 * Connects and looks at the version. A CodesetError DATABASE_UNAVAILABLE when the server is too old, or cannot be
 * reached within this time: postgres.js by itself tries for ever where something accepts and hangs up.
 */
export async function checkServer(sql: Database, patienceMs = 15_000): Promise<ServerVersion> {
  const question = sql<{ number: string; version: string }[]>`
    select current_setting('server_version_num') as number, current_setting('server_version') as version`;
  const giveUp = new AbortController();
  const silence = sleep(patienceMs, undefined, { signal: giveUp.signal }).then(() => {
    throw new Error(`no answer within ${patienceMs} ms`);
  });
  const [row] = await Promise.race([question, silence])
    .catch((cause: unknown) => {
      throw databaseUnavailable(sql, cause);
    })
    .finally(() => giveUp.abort());
  const major = Math.floor(Number(row?.number ?? 0) / 10_000);
  const version = row?.version ?? '';
  if (major >= oldestServer) return { version, major };
  throw new CodesetError(
    'DATABASE_UNAVAILABLE',
    `The server runs Postgres ${version}; Codeset needs ${oldestServer} or newer. Upgrade it, or leave DATABASE_URL unset to use the embedded one.`,
  );
}
