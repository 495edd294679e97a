// The reader's connection: drizzle for prepared queries, on a client that nothing else uses.
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Database } from '../connect.ts';

/** A pool for reading; the reader's own, because drizzle replaces serializers of the client it gets. */
export type ReadClient = Database;

/** Drizzle over the reader's client; `$client` is that client, for queries that drizzle cannot say. */
export type ReadDatabase = PostgresJsDatabase & { readonly $client: ReadClient };

/** Milliseconds after which the server cuts a statement of this client off; 0 for never. */
export function statementTimeoutOf(client: ReadClient): number {
  return Number(client.options.connection.statement_timeout ?? 0);
}

/** Wraps the client; from here on it must not be used for anything but reading through this package. */
export function readDatabase(client: ReadClient): ReadDatabase {
  return drizzle(client);
}
