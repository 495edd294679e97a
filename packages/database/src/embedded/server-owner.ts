// Keeps track of who may stop a server: the process that started it, or the one that took it over.
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.ts';
import { isAlive } from './process-table.ts';
import type { RunningServer } from './running-server.ts';

/** Makes this process the owner; of several that do it the last one is. */
export async function own(folder: DataFolder, server: RunningServer): Promise<void> {
  await writeFile(folder.ownerFile, ownership(server, process.pid));
}

/** Whether this process is still the owner. */
export async function isOurs(folder: DataFolder, server: RunningServer): Promise<boolean> {
  const text = await readFile(folder.ownerFile, 'utf8').catch(() => '');
  return text === ownership(server, process.pid);
}

/** Whether nobody will stop the server: its owner is dead, or died before it could say that it is the owner. */
export async function isOrphaned(folder: DataFolder, server: RunningServer): Promise<boolean> {
  for (let tries = 0; tries < 20; tries++) {
    const text = await readFile(folder.ownerFile, 'utf8').catch(() => '');
    const owner = Number(text.split(' ')[0]);
    if (text === ownership(server, owner)) return !isAlive(owner);
    await sleep(100); // written for an earlier server, or not yet
  }
  return true;
}

function ownership(server: RunningServer, owner: number): string {
  return `${owner} owns ${server.pid}\n`;
}
