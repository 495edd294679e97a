// Finds the Postgres that serves a data folder already, waiting while it starts or stops.
import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodesetError } from '@codeset/terminology';
import postgres from 'postgres';
import { type DataFolder, embeddedUser } from './data-folder.ts';
import { acceptsSessions, readPostmasterFile, removeStalePostmasterFile } from './postmaster-file.ts';
import { isAlive, mayServe } from './process-table.ts';

/** A server that accepts connections with the folder's password. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** The URL of a database of the server; holds the password. */
export function serverUrl(folder: DataFolder, port: number, database: string): string {
  return `postgres://${embeddedUser}:${folder.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** The server of this folder; null when there is none. A CodesetError when one is there but unusable. */
export async function findRunningServer(folder: DataFolder, deadline: number): Promise<RunningServer | null> {
  let reason = '';
  while (true) {
    const file = await readPostmasterFile(folder.data);
    if (file === null || !isAlive(file.pid)) return null;
    if (!(await mayServe(file.pid, folder.data))) {
      await removeStalePostmasterFile(folder.data, file);
      return null;
    }
    if (file.port !== null && acceptsSessions(file)) {
      reason = await tryServer(folder, file.port);
      if (reason === '') return { pid: file.pid, port: file.port };
    }
    if (Date.now() > deadline)
      throw unusable(folder, file.pid, reason || `it is ${file.state ?? 'starting'}`);
    await sleep(50);
  }
}

/** Empty when the server at this port is the folder's and lets us in; else why not. */
async function tryServer(folder: DataFolder, port: number): Promise<string> {
  const sql = postgres(serverUrl(folder, port, 'postgres'), {
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => undefined,
    connection: { application_name: 'codeset start' },
  });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    const served = row === undefined ? '' : await realpath(row.folder).catch(() => row.folder);
    return served === folder.data ? '' : `port ${port} serves ${served}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** How many programs hold connections to the server, ours not counted. */
export async function countOtherSessions(folder: DataFolder, port: number): Promise<number> {
  const sql = postgres(serverUrl(folder, port, 'postgres'), {
    max: 1,
    connect_timeout: 2,
    fetch_types: false,
  });
  try {
    const [row] = await sql<{ others: number }[]>`
      select count(*)::integer as others from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return row?.others ?? 0;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function unusable(folder: DataFolder, pid: number, reason: string): CodesetError {
  return new CodesetError(
    'ENVIRONMENT',
    `A Postgres (process ${pid}) runs on ${folder.data} but cannot be used: ${reason}. Stop that process, or set CODESET_HOME to another folder; ${folder.logFile} may say more.`,
  );
}
