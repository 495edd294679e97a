// One database that statements are read from: its pool, whether it is there, and looking whether it is back.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, reopenDatabase } from '../connect.ts';
import { openReader, type Reader } from '../read/open-reader.ts';
import type { SourceName } from './reader-settings.ts';

/** A pool with the questions prepared on it. */
export interface ReadPool {
  readonly client: Database;
  readonly reader: Reader;
}

export interface ReadSource {
  readonly name: SourceName;
  /** Connections, and so statements under way at once. */
  readonly size: number;
  readonly up: boolean;
  /** Statements under way. */
  underWay: number;
  /** The pool to ask now. */
  readonly pool: ReadPool;
  /**
   * Takes the database for away, if this pool is still the one in use. A pool that lost a connection is not trusted
   * any more: postgres.js keeps what was under way on a connection over its loss, and then waits for ever or connects
   * without a pause (seen in 3.4.9). A new one takes its place.
   */
  lose(pool: ReadPool): boolean;
  /** Opens a connection of its own and asks; the database is up when it answers, and holds all these releases. */
  look(published: readonly number[]): Promise<void>;
  /** Says that the look was good. */
  regain(): void;
  /** Ends what was opened here; the caller's own pool is not touched. */
  close(): Promise<void>;
}

/** Longer is no answer. */
const lookSeconds = 2;

/** Seconds for a pool that is given up to say goodbye to the server. */
const oldPoolSeconds = 1;

/** The source over the caller's pool, which is used until it loses a connection. */
export function readSource(name: SourceName, given: Database): ReadSource {
  let pool: ReadPool = { client: given, reader: openReader(given) };
  let up = true;
  const retired = new Set<Promise<void>>();
  const retire = (client: Database) => {
    if (client === given) return;
    const ended = client.end({ timeout: oldPoolSeconds }).finally(() => retired.delete(ended));
    retired.add(ended);
  };
  return {
    name,
    size: given.options.max,
    underWay: 0,
    get up() {
      return up;
    },
    get pool() {
      return pool;
    },
    lose(lost) {
      if (lost !== pool) return false;
      up = false;
      retire(pool.client);
      const client = reopenDatabase(given);
      pool = { client, reader: openReader(client) };
      return true;
    },
    look: (published) => lookAt(given, published),
    regain() {
      up = true;
    },
    async close() {
      retire(pool.client);
      await Promise.all(retired);
    },
  };
}

async function lookAt(given: Database, published: readonly number[]): Promise<void> {
  const sql = reopenDatabase(given, {
    max: 1,
    connect_timeout: lookSeconds,
    debug: false,
    fetch_types: false,
  });
  const giveUp = new AbortController();
  const silence = sleep(lookSeconds * 1000, undefined, { signal: giveUp.signal }).then(() => {
    throw Object.assign(new Error('the database does not answer'), { code: 'CONNECT_TIMEOUT' });
  });
  try {
    await Promise.race([holdsAll(sql, published), silence]);
  } finally {
    giveUp.abort();
    silence.catch(() => undefined);
    void sql.end({ timeout: 0 });
  }
}

/** Asks for the releases only where there are some; an id goes as text, whatever types the client knows. */
async function holdsAll(sql: Database, published: readonly number[]): Promise<void> {
  if (published.length === 0) return void (await sql`select 1`);
  const [row] = await sql<{ held: string }[]>`
    select count(*)::text as held from codeset.release
    where id = any(string_to_array(${published.join(',')}, ',')::integer[]) and published_at is not null`;
  if (Number(row?.held) < published.length) {
    throw Object.assign(new Error('it does not hold yet what was answered already'), { code: 'BEHIND' });
  }
}
