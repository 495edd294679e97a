// Decides under which account Postgres runs (it refuses root) and starts programs under it.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { chown } from 'node:fs/promises';

/** The account that a folder belongs to. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Starts programs in the way that Postgres accepts here. */
export interface Launcher {
  /** How, in a few words, for the log. */
  readonly manner: string;
  /** True when programs run under an account of their own, which may not reach every folder. */
  readonly otherAccount: boolean;
  /** Starts a program; on Linux it is asked to stop when this process dies. */
  spawn(file: string, args: readonly string[], options?: SpawnOptions): ChildProcess;
  /** Runs a program to its end; null status when it was ended by a signal or could not be started. */
  run(file: string, args: readonly string[]): Promise<{ status: number | null; output: string }>;
  /** Whether the account may use this file or folder. */
  canReach(path: string): Promise<boolean>;
  /** Gives a file or folder to the account. */
  giveOver(path: string): Promise<void>;
}

/** The account that owns nothing: nobody, by the number that Linux and macOS have for it. */
const nobody: Account = process.platform === 'darwin' ? { uid: -2, gid: -2 } : { uid: 65534, gid: 65534 };
const inNamespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];
const stopWithParent = ['setpriv', '--pdeathsig', 'INT'];

/**
 * An ordinary user runs Postgres as it is. Root runs it as the owner of the data folder where that is another
 * user; else in a user namespace in which root is called nobody (files stay root's, every folder can be
 * reached); else, where a container forbids that, as nobody.
 */
export async function chooseLauncher(dataFolderOwner: Account | null): Promise<Launcher> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) return makeLauncher('as this user', await whatWorks([]), null);
  if (dataFolderOwner !== null && dataFolderOwner.uid !== 0) {
    const manner = `as the owner of the data folder, uid ${dataFolderOwner.uid}`;
    return makeLauncher(manner, await whatWorks([]), dataFolderOwner);
  }
  if (await works(inNamespace)) {
    return makeLauncher('as root in a user namespace', await whatWorks(inNamespace), null);
  }
  return makeLauncher('as nobody', await whatWorks([]), nobody);
}

/** The prefix with the one that stops Postgres with its parent, where the system has it (Linux). */
async function whatWorks(prefix: readonly string[]): Promise<readonly string[]> {
  const longer = [...prefix, ...stopWithParent];
  return (await works(longer)) ? longer : prefix;
}

async function works(prefix: readonly string[]): Promise<boolean> {
  return (await runToEnd(prefix, '/bin/sh', ['-c', ':'], {})).status === 0;
}

function makeLauncher(manner: string, prefix: readonly string[], account: Account | null): Launcher {
  // Nothing is started in the current folder: the account may not reach it.
  const fixed: SpawnOptions = account === null ? { cwd: '/' } : { cwd: '/', ...account };
  return {
    manner,
    otherAccount: account !== null,
    spawn: (file, args, options = {}) => spawnWith(prefix, file, args, { ...options, ...fixed }),
    run: (file, args) => runToEnd(prefix, file, args, fixed),
    canReach: async (path) => {
      const { status } = await runToEnd([], '/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', path], fixed);
      return status === 0;
    },
    giveOver: async (path) => {
      if (account !== null) await chown(path, account.uid >>> 0, account.gid >>> 0);
    },
  };
}

function spawnWith(
  prefix: readonly string[],
  file: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const [first = file, ...rest] = [...prefix, file, ...args];
  return spawn(first, rest, options);
}

function runToEnd(
  prefix: readonly string[],
  file: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawnWith(prefix, file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += String(data);
    });
    child.stderr?.on('data', (data) => {
      output += String(data);
    });
    child.once('error', (error) => resolve({ status: null, output: `${output}${error.message}` }));
    child.once('close', (status) => resolve({ status, output }));
  });
}
