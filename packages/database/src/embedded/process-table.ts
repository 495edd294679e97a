// Says which processes are alive, and whether one is the Postgres of a data folder.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Whether a process of this number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether the process is a program that was started with this data folder. Process numbers are used again,
 * in containers after every restart, so a number left in a file proves nothing. True also when it cannot be told.
 */
export async function mayServe(pid: number, dataFolder: string): Promise<boolean> {
  const command = (await commandByProc(pid)) ?? (await commandByPs(pid));
  return command === null || command.includes(dataFolder);
}

async function commandByProc(pid: number): Promise<string | null> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
}

function commandByPs(pid: number): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('ps', ['-ww', '-o', 'command=', '-p', String(pid)], (error, output) => {
      resolve(error === null ? output : null);
    });
  });
}
