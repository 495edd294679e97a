// A database server of one's own that can be stopped, crashed, paused and started again on the same port.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectDatabase, ensureRoles, migrate, startEmbeddedServer } from '@codeset/database';
import { hcpcs } from '@codeset/ingest-hcpcs';
import { icd10cm } from '@codeset/ingest-icd-10-cm';
import { loadRelease } from '@codeset/ingestion';
import { fileURLToPath } from 'node:url';

/** How a server goes away: in order, ending sessions; or at once, with recovery at its next start. */
export type Harm = 'fast' | 'crash';

export interface ServerToHarm {
  /** The home folder; the data are in its `postgres/data`. */
  readonly home: string;
  readonly port: number;
  /** URL of the database, which is migrated and holds the sample releases given. */
  readonly url: string;
  /** Gone when it resolves. */
  goAway(harm: Harm): Promise<void>;
  /** Accepts connections when it resolves. */
  comeBack(): Promise<void>;
  /** Stops every process of the server in its tracks, without a word to anyone. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** Runs one statement with the rights of the owner. */
  run(statement: string): Promise<readonly Record<string, unknown>[]>;
  /** Loads and publishes one more sample release, named as `icd-10-cm 2026`. */
  publish(name: string): Promise<void>;
  end(): Promise<void>;
}

const database = 'codeset';

/** Settings under which a standby may follow, and nothing need survive a power cut. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '60',
  wal_level: 'replica',
  max_wal_senders: '4',
  hot_standby: 'on',
};

/** Starts a server with these sample releases in it. */
export async function startServerToHarm(releases: readonly string[]): Promise<ServerToHarm> {
  const home = await mkdtemp(join(tmpdir(), 'codeset-harm-'));
  const server = await harmable(home, settings);
  await runOn(server.url.replace(/[^/]+$/, 'postgres'), `create database ${database}`);
  await makeReady(server.url);
  for (const name of releases) await server.publish(name);
  return server;
}

/** Starts a standby that follows the server, from a copy of its data; the server is stopped for a moment. */
export async function startStandby(primary: ServerToHarm): Promise<ServerToHarm> {
  const home = await mkdtemp(join(tmpdir(), 'codeset-harm-standby-'));
  await primary.goAway('fast');
  await cp(join(primary.home, 'postgres'), join(home, 'postgres'), {
    recursive: true,
    preserveTimestamps: true,
  });
  await primary.comeBack();
  await writeFile(join(home, 'postgres', 'data', 'standby.signal'), '');
  const { username, password } = new URL(primary.url);
  return await harmable(home, {
    ...settings,
    primary_conninfo: `host=127.0.0.1 port=${primary.port} user=${username} password=${password}`,
    wal_retrieve_retry_interval: '100ms',
  });
}

async function harmable(home: string, settings: Record<string, string>): Promise<ServerToHarm> {
  const port = await freePort();
  const start = () => startEmbeddedServer({ home, settings: { ...settings, port: String(port) } });
  let server = await start();
  let frozen: readonly number[] = [];
  const thaw = async () => {
    for (const pid of frozen) send(pid, 'SIGCONT');
    frozen = [];
  };
  const url = server.url(database);
  return {
    home,
    port,
    url,
    async goAway(harm) {
      if (harm === 'fast') return await server.stop();
      const family = await processesOf(server.pid);
      send(server.pid, 'SIGKILL');
      await ended(family);
    },
    async comeBack() {
      server = await start();
    },
    async freeze() {
      frozen = await processesOf(server.pid);
      for (const pid of frozen) send(pid, 'SIGSTOP');
    },
    thaw,
    run: (statement) => runOn(url, statement),
    publish: (name) => publishSample(url, name),
    async end() {
      await thaw();
      await server.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function makeReady(url: string): Promise<void> {
  const sql = connectDatabase({ url, applicationName: 'codeset faults', max: 1 });
  await migrate(sql);
  await ensureRoles(sql);
  await sql.end({ timeout: 1 });
}

/** Runs one statement on a connection that is ended afterwards. */
export async function runOn(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const sql = connectDatabase({ url, applicationName: 'codeset faults', max: 1 });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function publishSample(url: string, name: string): Promise<void> {
  const [codeSystem, version = ''] = name.split(' ');
  const service = [icd10cm, hcpcs].find(({ definition }) => definition.id === codeSystem);
  const sample = service?.samples.find((each) => each.version === version);
  if (!service || !sample) throw new Error(`there is no sample release ${name}`);
  const sql = connectDatabase({ url, applicationName: 'codeset faults', max: 2 });
  const observer = { step: () => undefined, progress: () => undefined };
  const request = { service, version, paths: [fileURLToPath(sample.folder)], sample: true };
  const { outcome } = await loadRelease(request, { sql, observer, clock: () => performance.now() });
  await sql.end({ timeout: 5 });
  if (outcome !== 'published') throw new Error(`sample release ${name}: ${outcome}`);
}

/** The server and its sessions; Linux only. */
async function processesOf(pid: number): Promise<readonly number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return [pid, ...children.split(' ').filter(Boolean).map(Number)];
}

async function ended(pids: readonly number[]): Promise<void> {
  for (const pid of pids) {
    for (let wait = 0; wait < 500 && (await isRunning(pid)); wait++) await sleep(10);
  }
}

async function isRunning(pid: number): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return state !== '' && !/\) [ZX] /.test(state);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // ended by itself meanwhile
  }
}

/** A port that is free now, below those that the system hands out, so that it stays free while the server is away. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const free = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen({ host: '127.0.0.1', port }, () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
