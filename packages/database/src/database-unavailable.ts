// Turns what can go wrong with a connection into one error that an operator can act on.
import { CodesetError } from '@codeset/terminology';
import type { Database } from './connect.ts';

/** Codes of postgres.js and of the system for a server that is not there or went away. */
const lostConnection = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * SQL states of a server that lets nobody in: broken connection, refused login, no such database, no room,
 * shutting down or starting up.
 */
const refusedConnection = /^(08...|28...|3D000|53300|57P0[1-4])$/;

/** Whether the error says that the database cannot be used now, and nothing about the query. */
export function isConnectionFailure(error: unknown): boolean {
  const code = codeOf(error);
  return lostConnection.has(code) || refusedConnection.test(code);
}

/** The error to raise instead: names server, database and user, never the password. */
export function databaseUnavailable(sql: Database, cause: unknown): CodesetError {
  const { host, port, path, database, user } = sql.options;
  const server = path || host.map((name, i) => `${name}:${port[i] ?? ''}`).join(', ');
  return new CodesetError(
    'DATABASE_UNAVAILABLE',
    `The database ${database} on ${server} cannot be used as ${user}: ${reason(cause)}`,
    { cause },
  );
}

function reason(cause: unknown): string {
  const message = cause instanceof Error && cause.message ? cause.message : codeOf(cause) || String(cause);
  const code = codeOf(cause);
  if (/^role "codeset_\w+" does not exist$/.test(message) || /to set role "codeset_/.test(message)) {
    return `${message}. Run \`codeset migrate\` with a user that may make roles.`;
  }
  if (code === '3D000') return `${message}. Create it, or correct DATABASE_URL.`;
  if (code.startsWith('28')) return `${message}. Correct user and password in DATABASE_URL.`;
  if (refusedConnection.test(code)) return `${message}.`;
  return `${message}. Is it running, and is DATABASE_URL right?`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
