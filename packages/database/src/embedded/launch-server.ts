// Starts a Postgres on a data folder and waits until it accepts connections.
import type { ChildProcess } from 'node:child_process';
import { open, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodesetError } from '@codeset/terminology';
import type { DataFolder } from './data-folder.ts';
import { findFreePort } from './free-port.ts';
import type { Launcher } from './launcher.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { acceptsSessions, readPostmasterFile } from './postmaster-file.ts';
import { type ServerSettings, settingArguments } from './server-settings.ts';

const largestLog = 10_000_000;

/** What the log says when a start can succeed a little later: another process was first, or is still leaving. */
const passing = /lock file ".*" already exists|shared memory block .* is still in use|could not bind IPv4/;

/** Starts the server on a free port; null when it should be tried again, a CodesetError when that is vain. */
export async function launchServer(
  folder: DataFolder,
  binaries: PostgresBinaries,
  launcher: Launcher,
  settings: ServerSettings,
  deadline: number,
): Promise<ChildProcess | null> {
  const logStart = await prepareLog(folder.logFile);
  const child = await spawnServer(folder, binaries, launcher, settings);
  while (child.exitCode === null && child.signalCode === null) {
    const file = await readPostmasterFile(folder.data);
    if (file?.pid === child.pid && acceptsSessions(file)) return child;
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      throw new CodesetError('ENVIRONMENT', `Postgres did not get ready in time: see ${folder.logFile}.`);
    }
    await sleep(20);
  }
  const said = (await readFile(folder.logFile, 'utf8')).slice(logStart);
  if (passing.test(said)) return null;
  throw new CodesetError(
    'ENVIRONMENT',
    `Postgres could not start on ${folder.data}, run ${launcher.manner}: ${said.trim().split('\n').slice(-5).join(' / ')}`,
  );
}

/** The length of the log so far; a long one is emptied first. */
async function prepareLog(path: string): Promise<number> {
  const size = (await stat(path).catch(() => null))?.size ?? 0;
  if (size <= largestLog) return size;
  await truncate(path);
  return 0;
}

/** In a session of its own, so that Ctrl-C reaches us first and the server ends after the work on it. */
async function spawnServer(
  folder: DataFolder,
  binaries: PostgresBinaries,
  launcher: Launcher,
  settings: ServerSettings,
): Promise<ChildProcess> {
  const port = settings['port'] ?? (await findFreePort());
  const logFile = await open(folder.logFile, 'a', 0o600);
  try {
    const child = launcher.spawn(
      join(binaries.folder, 'bin', 'postgres'),
      ['-D', folder.data, ...settingArguments({ ...settings, port: String(port) })],
      { stdio: ['ignore', logFile.fd, logFile.fd], detached: true },
    );
    child.once('error', () => undefined); // the missing process is noticed by the caller
    child.unref();
    return child;
  } finally {
    await logFile.close();
  }
}
