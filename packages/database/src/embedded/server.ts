// The embedded database server: a real Postgres of our own, started in the home folder and shared by our programs.
import { setTimeout as sleep } from 'node:timers/promises';
import { CodesetError } from '@codeset/terminology';
import { binariesThatRun } from './binaries-that-run.ts';
import { type DataFolder, prepareDataFolder } from './data-folder.ts';
import { chooseDataPlace } from './data-place.ts';
import { launchServer } from './launch-server.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { isAlive, mayServe } from './process-table.ts';
import { countOtherSessions, findRunningServer, type RunningServer, serverUrl } from './running-server.ts';
import { isOrphaned, isOurs, own } from './server-owner.ts';
import { defaultSettings, type ServerSettings } from './server-settings.ts';

/** A server that accepts connections. */
export interface EmbeddedServer {
  /** URL of a database of this server, which need not exist yet; `postgres` always does. Holds the password. */
  url(database: string): string;
  /**
   * Stops the server when it is ours to stop, and resolves when it is gone; does nothing otherwise. Sessions
   * that others have are closed, what they had committed stays.
   */
  stop(): Promise<void>;
  readonly port: number;
  /** Process number of the Postgres that accepts connections. */
  readonly pid: number;
  /** True when `stop` stops it: this process started it, or took it over from a starter that is dead. */
  readonly startedByUs: boolean;
}

/** Where the server lives and how it runs. */
export interface EmbeddedServerOptions {
  /** Folder for the data, such as .codeset; made when it is not there. */
  readonly home: string;
  /** Told what happens, a line at a time. */
  readonly log?: (line: string) => void;
  /** Settings beyond the usual, such as fsync=off or a fixed port for tests; used only if the server is not running yet. */
  readonly settings?: ServerSettings;
}

const startMilliseconds = 300_000; // recovery after a crash replays up to max_wal_size

/**
 * The server of this home folder: the one that runs already, or else a new one. Whatever an earlier one left
 * behind is cleared up. Throws a CodesetError ENVIRONMENT that says what to do when there can be no server.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const log = options.log ?? (() => undefined);
  const settings = { ...defaultSettings, ...options.settings };
  const place = await chooseDataPlace(options.home, log);
  const binaries = await binariesThatRun(findPostgresBinaries(), place.launcher, place.folder);
  const folder = await prepareDataFolder(place.folder, binaries, place.launcher, log);
  const deadline = Date.now() + startMilliseconds;
  while (true) {
    const running = await findRunningServer(folder, deadline);
    if (running !== null) return joinServer(folder, running, log);
    const child = await launchServer(folder, binaries, place.launcher, settings, deadline);
    const started = child === null ? null : await findRunningServer(folder, deadline);
    if (started === null || started.pid !== child?.pid) {
      await sleep(100);
      continue;
    }
    await own(folder, started);
    log(`started Postgres ${binaries.version} on port ${started.port}, data in ${folder.folder}`);
    return describe(folder, started, true, log);
  }
}

/** Uses a server that runs; when its starter is dead, nobody else would stop it, so it becomes ours. */
async function joinServer(
  folder: DataFolder,
  running: RunningServer,
  log: (line: string) => void,
): Promise<EmbeddedServer> {
  const orphaned = await isOrphaned(folder, running);
  if (orphaned) await own(folder, running);
  log(`${orphaned ? 'took over' : 'using'} the Postgres that runs on port ${running.port}`);
  return describe(folder, running, orphaned, log);
}

function describe(
  folder: DataFolder,
  server: RunningServer,
  startedByUs: boolean,
  log: (line: string) => void,
): EmbeddedServer {
  const interrupt = () => signal(server.pid, 'SIGINT');
  if (startedByUs) process.once('exit', interrupt);
  let stopping: Promise<void> | null = null;
  return {
    url: (database) => serverUrl(folder, server.port, database),
    stop: () => {
      stopping ??= startedByUs ? stopServer(folder, server, log) : Promise.resolve();
      return stopping.finally(() => process.off('exit', interrupt));
    },
    port: server.port,
    pid: server.pid,
    startedByUs,
  };
}

async function stopServer(
  folder: DataFolder,
  server: RunningServer,
  log: (line: string) => void,
): Promise<void> {
  if (!(await isOurs(folder, server))) return; // two took over at once, and it is the other's
  const others = await countOtherSessions(folder, server.port).catch(() => 0);
  if (others > 0) log(`stopping Postgres; sessions that are still open and get closed: ${others}`);
  signal(server.pid, 'SIGINT'); // Postgres: end all sessions, write everything out
  if (await isGone(folder, server.pid, 60_000)) return;
  signal(server.pid, 'SIGQUIT'); // Postgres: at once, recovering at the next start
  if (await isGone(folder, server.pid, 10_000)) return;
  throw new CodesetError(
    'ENVIRONMENT',
    `Postgres (process ${server.pid}) does not stop: see ${folder.logFile}.`,
  );
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone already, which is what the signal is for
  }
}

/** A dead process whose parent never asks for it keeps its number, but no command line. */
async function isGone(folder: DataFolder, pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(20)) {
    if (!isAlive(pid) || !(await mayServe(pid, folder.data))) return true;
  }
  return false;
}
