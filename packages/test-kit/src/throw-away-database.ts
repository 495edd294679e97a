// Gives each test a database of its own on the server that the test run has started.
import { randomBytes } from 'node:crypto';
import { connectDatabase, type Database } from '@codeset/database';
import { inject } from 'vitest';

/** What the global setup tells the test files; plain values, since they run in other processes. */
export interface TestServer {
  /** URL of the server's database `postgres`, or of the one in DATABASE_URL; only databases are made and dropped in it. */
  readonly url: string;
  /** Name of the migrated database that clones are made of. */
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** A database that nobody else uses. */
export interface ThrowAwayDatabase {
  readonly url: string;
  /** A pool of up to 4 connections with the rights of the server's owner. */
  readonly sql: Database;
  /** Ends the pool and drops the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** A clone of the migrated template, with the roles in place and no data. */
export async function throwAwayDatabase(): Promise<ThrowAwayDatabase> {
  return makeDatabase(inject('testServer').template);
}

/** Another that holds what this one does; the pool of this one is ended, and nobody else may be connected to it. */
export async function copyOfDatabase({ url, sql }: ThrowAwayDatabase): Promise<ThrowAwayDatabase> {
  await sql.end({ timeout: 1 });
  return makeDatabase(decodeURIComponent(new URL(url).pathname.slice(1)));
}

/** A database without anything of ours: not migrated. */
export async function emptyDatabase(): Promise<ThrowAwayDatabase> {
  return makeDatabase('template0');
}

async function makeDatabase(template: string): Promise<ThrowAwayDatabase> {
  const server = inject('testServer');
  const name = `${server.template}_${randomBytes(6).toString('hex')}`;
  await onServer(
    server.url,
    // copying files takes half the time of the usual way, which writes the copy to the log
    (sql) => sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`,
  );
  const url = withDatabase(server.url, name);
  const sql = connectDatabase({ url, max: 4, applicationName: 'codeset test' });
  return {
    url,
    sql,
    drop: async () => {
      await sql.end({ timeout: 1 });
      await onServer(server.url, (admin) => admin`drop database if exists ${admin(name)} with (force)`);
    },
  };
}

/** Runs one statement on a connection that is ended afterwards. */
export async function onServer(url: string, run: (sql: Database) => PromiseLike<unknown>): Promise<void> {
  const sql = connectDatabase({ url, max: 1, applicationName: 'codeset test' });
  try {
    await run(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}
