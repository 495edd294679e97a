// Starts real servers, in this process and in others, and kills them in every way that leaves something behind.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CodesetError } from '@codeset/terminology';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase } from '../connect.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { isAlive, mayServe } from './process-table.ts';
import { type EmbeddedServer, startEmbeddedServer } from './server.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const program = fileURLToPath(new URL('./server-under-test.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';

let home = '';
const programs: ChildProcess[] = [];
const servers: EmbeddedServer[] = [];

/** A home with a stopped server, copied by the tests that are not about the first start. */
let used = '';

beforeAll(async () => {
  used = await mkdtemp(join(tmpdir(), 'codeset-server-'));
  const server = await startEmbeddedServer({ home: used });
  await ask(server.url('postgres'), 'create table kept as select 42 as answer');
  await server.stop();
});

afterAll(() => rmSync(used, { recursive: true, force: true }));

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'codeset-server-'));
  chmodSync(home, 0o755);
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const child of programs.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  const left = await runningPostgres();
  if (left !== null) process.kill(left, 'SIGKILL');
  if (left !== null) await gone(left);
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

function useHomeOfBefore(): void {
  cpSync(join(used, 'postgres'), join(home, 'postgres'), { recursive: true });
}

async function start(folder = home): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ home: folder });
  servers.push(server);
  return server;
}

interface Started {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
  readonly startedByUs: boolean;
  readonly url: string;
}

/** Starts the server from another process, as this user or another. */
async function startElsewhere(
  options: { folder?: string; path?: string; account?: { uid: number; gid: number } } = {},
): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, options.folder ?? home], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(options.path === undefined ? {} : { PATH: options.path }) },
    ...options.account,
  });
  programs.push(child);
  for await (const line of createInterface({ input: child.stdout })) return { child, ...JSON.parse(line) };
  throw new Error('the program ended without starting a server');
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** A killed process may keep its number until its parent asks for it; it serves nothing any more. */
async function serves(pid: number): Promise<boolean> {
  return isAlive(pid) && (await mayServe(pid, join(home, 'postgres', 'data')));
}

async function gone(pid: number): Promise<void> {
  while (await serves(pid)) await sleep(10);
}

async function runningPostgres(): Promise<number | null> {
  const file = await readPostmasterFile(join(home, 'postgres', 'data'));
  return file !== null && (await serves(file.pid)) ? file.pid : null;
}

/** Runs one statement; the rows. */
async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const sql = connectDatabase({ url, max: 1, applicationName: 'codeset test' });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}

describe('starting and stopping', () => {
  test('a first start makes the folder, a second finds what the first wrote, and stop leaves no process', async () => {
    const first = await start();
    expect(first.startedByUs).toBe(true);
    await ask(first.url('postgres'), 'create table kept as select 42 as answer');
    await first.stop();
    expect(await serves(first.pid)).toBe(false);

    const second = await start();
    expect(await ask(second.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('the server is UTF-8 with a locale that no system can change, and refuses a wrong password', async () => {
    const server = await start();
    const [row] = await ask(
      server.url('postgres'),
      `select current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale,
        current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses
       from pg_database where datname = 'postgres'`,
    );
    expect(row).toEqual({
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      fsync: 'on',
      addresses: '127.0.0.1',
    });
    expect(statSync(join(home, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url('postgres'));
    wrong.password = 'guessed';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  test('a second process uses the running server and leaves it running', async () => {
    useHomeOfBefore();
    const starter = await start();
    const user = await startElsewhere();
    expect(user).toMatchObject({ pid: starter.pid, port: starter.port, startedByUs: false });
    user.child.kill('SIGTERM');
    await once(user.child, 'exit');
    expect(await ask(starter.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('of two first starts at once one makes the folder, and both use one server', async () => {
    const [one, other] = await Promise.all([startElsewhere(), startElsewhere()]);
    expect(one.pid).toBe(other.pid);
    expect([one.startedByUs, other.startedByUs].sort()).toEqual([false, true]);
    expect(readdirSync(home)).toEqual(['postgres']);
    expect(await ask(one.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('what is left behind', () => {
  test('after kill -9 of the program that started it the next start works, with the data', async () => {
    useHomeOfBefore();
    const killed = await startElsewhere();
    await ask(killed.url, 'update kept set answer = 43');
    await kill(killed.child);
    const next = await start();
    expect(next.startedByUs).toBe(true);
    expect(await ask(next.url('postgres'), 'select answer from kept')).toEqual([{ answer: 43 }]);
  });

  test('where nothing stops the server with its starter, the next start takes the running one over', async () => {
    useHomeOfBefore();
    const path = join(home, 'bin');
    mkdirSync(path);
    if (isLinux && isRoot)
      symlinkSync(execFileSync('which', ['unshare']).toString().trim(), join(path, 'unshare'));
    const killed = await startElsewhere({ path });
    await kill(killed.child);
    const next = await start();
    expect(next).toMatchObject({ pid: killed.pid, startedByUs: true });
    await next.stop();
    expect(await serves(killed.pid)).toBe(false);
  });

  test('after kill -9 of the server the next start recovers what was committed', async () => {
    useHomeOfBefore();
    const server = await start();
    await ask(server.url('postgres'), 'update kept set answer = 43');
    process.kill(server.pid, 'SIGKILL');
    await gone(server.pid);
    const next = await start();
    expect(next.pid).not.toBe(server.pid);
    expect(await ask(next.url('postgres'), 'select answer from kept')).toEqual([{ answer: 43 }]);
  });

  test('a postmaster.pid whose number is another process by now does not stop a start', async () => {
    useHomeOfBefore();
    const server = await start();
    const file = join(home, 'postgres', 'data', 'postmaster.pid');
    const text = await readFile(file, 'utf8');
    await server.stop();
    await writeFile(file, text.replace(String(server.pid), String(process.pid)));
    const next = await start();
    expect(await ask(next.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a folder of an interrupted initdb is made anew, whatever name it has', async () => {
    const unfinished = join(home, 'postgres.new-999999999-0a1b2c');
    for (const folder of [join(home, 'postgres'), unfinished]) {
      mkdirSync(join(folder, 'data', 'base'), { recursive: true });
      await writeFile(join(folder, 'data', 'PG_VERSION'), `${findPostgresBinaries().major}\n`);
    }
    const server = await start();
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(unfinished)).toBe(false);
    expect(readdirSync(home).filter((name) => name.startsWith('postgres.incomplete-'))).toHaveLength(1);
  });

  test('a folder of another Postgres is refused by name, version and remedy, and not touched', async () => {
    useHomeOfBefore();
    const version = join(home, 'postgres', 'data', 'PG_VERSION');
    await writeFile(version, '14\n');
    const refusal = await start().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CodesetError);
    expect(refusal).toMatchObject({
      code: 'ENVIRONMENT',
      message: expect.stringMatching(/postgres\/data was made by Postgres 14; .* Postgres 18.* CODESET_HOME/),
    });
    expect(await readFile(version, 'utf8')).toBe('14\n');
  });

  test('a lost password is named, not replaced', async () => {
    useHomeOfBefore();
    rmSync(join(home, 'postgres', 'password'));
    await expect(start()).rejects.toThrow(/postgres\/password\. Put the file back/);
  });
});

// Changing accounts takes root on Linux: elsewhere there is nothing to try. In CI they always run, and fail without.
const canChangeAccount = (isRoot && isLinux) || Boolean(process.env['CI']);

describe('accounts', () => {
  test.runIf(canChangeAccount)('root is served under a folder that only root can enter', async () => {
    chmodSync(home, 0o700);
    const server = await start(join(home, 'deep', '.codeset'));
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(statSync(join(home, 'deep', '.codeset', 'postgres', 'data')).uid).toBe(0);
  });

  test.runIf(canChangeAccount)(
    'root without user namespaces is served as nobody, in the home folder',
    async () => {
      const started = await startElsewhere({ path: home });
      expect(await ask(started.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(statSync(join(home, 'postgres')).uid).toBe(65534);
      started.child.kill('SIGTERM');
      await once(started.child, 'exit');
      const asOwner = await start(); // now with namespaces: the owner of the folder decides
      expect(await ask(asOwner.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
    },
  );

  test.runIf(canChangeAccount)(
    'root without user namespaces keeps its data among the temporary ones where nobody may not go',
    async () => {
      chmodSync(home, 0o700);
      const started = await startElsewhere({ path: home });
      const [row] = await ask(started.url, `select current_setting('data_directory') as data`);
      const data = String(row?.['data']);
      expect(data).toMatch(/\/codeset-[0-9a-f]{16}\/postgres\/data$/);
      expect(readdirSync(home)).toEqual([]);
      started.child.kill('SIGTERM');
      await once(started.child, 'exit');
      rmSync(join(data, '..', '..'), { recursive: true });
    },
  );

  test.runIf(canChangeAccount)(
    'an ordinary user has a server of its own, and root after it the same',
    async () => {
      const folder = join(home, 'of-a-user');
      mkdirSync(folder);
      chownSync(folder, 65534, 65534);
      const started = await startElsewhere({ folder, account: { uid: 65534, gid: 65534 } });
      await ask(started.url, 'create table kept as select 42 as answer');
      started.child.kill('SIGTERM');
      await once(started.child, 'exit');
      const byRoot = await start(folder);
      expect(await ask(byRoot.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
      await byRoot.stop();
      const again = await startElsewhere({ folder, account: { uid: 65534, gid: 65534 } });
      expect(again.startedByUs).toBe(true);
    },
  );
});

test('a platform without binaries is told to set DATABASE_URL', () => {
  expect(() => findPostgresBinaries('win32', 'x64')).toThrow(
    /no embedded Postgres for win32-x64 .*Set DATABASE_URL/,
  );
});
