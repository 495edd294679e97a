// A database server for one run of a script, with ready-made databases that runs are cloned from.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase, type Database, ensureRoles, migrate, startEmbeddedServer } from '@codeset/database';

export interface ScratchServer {
  /** A scratch folder that goes with the server. */
  readonly folder: string;
  url(database: string): string;
  /** A migrated database without data. */
  createEmpty(name: string): Promise<void>;
  /** A copy of a database, written to disk before it is used. */
  clone(from: string, to: string): Promise<void>;
  /** What autovacuum does to a database within a minute of a load. */
  settle(name: string): Promise<void>;
  drop(name: string): Promise<void>;
  use<T>(database: string, work: (sql: Database) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** Starts an embedded server with its default, durable settings in a temporary folder. */
export async function startScratchServer(): Promise<ScratchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'codeset-scratch-'));
  const server = await startEmbeddedServer({ home: join(folder, 'home') });
  const use = async <T>(database: string, work: (sql: Database) => Promise<T>): Promise<T> => {
    const sql = connectDatabase({ url: server.url(database), applicationName: 'codeset bench', max: 2 });
    try {
      return await work(sql);
    } finally {
      await sql.end({ timeout: 1 });
    }
  };
  const admin = (statement: string) => use('postgres', async (sql) => void (await sql.unsafe(statement)));
  return {
    folder,
    url: (database) => server.url(database),
    async createEmpty(name) {
      await admin(`create database ${name}`);
      await use(name, async (sql) => {
        await migrate(sql);
        await ensureRoles(sql);
      });
    },
    async clone(from, to) {
      await admin(`create database ${to} template ${from}`);
      await admin('checkpoint');
    },
    settle: (name) => use(name, async (sql) => void (await sql.unsafe('vacuum (analyze)'))),
    drop: (name) => admin(`drop database ${name}`),
    use,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
