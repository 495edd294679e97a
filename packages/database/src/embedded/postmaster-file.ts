// Reads postmaster.pid, in which a running Postgres says its process, its port and its state.
import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What the file says; the lines are written one by one, so the later ones may be missing. */
export interface PostmasterFile {
  readonly text: string;
  readonly pid: number;
  /** Null until the server listens. */
  readonly port: number | null;
  /** Such as ready, starting or stopping; null until the server says. */
  readonly state: string | null;
}

/** Whether the server lets sessions in; one that follows another says so in a word of its own. */
export function acceptsSessions(file: PostmasterFile | null): boolean {
  return file?.state === 'ready' || file?.state === 'standby';
}

/** The file in this data folder; null when there is none. */
export async function readPostmasterFile(dataFolder: string): Promise<PostmasterFile | null> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n').map((line) => line.trim());
  return {
    text,
    pid: Number(lines[0]),
    port: /^[1-9]\d*$/.test(lines[3] ?? '') ? Number(lines[3]) : null,
    state: lines[7] || null,
  };
}

/** Takes a file away whose process is another program by now. A file that changed meanwhile is left in place. */
export async function removeStalePostmasterFile(dataFolder: string, stale: PostmasterFile): Promise<void> {
  const path = join(dataFolder, 'postmaster.pid');
  const aside = `${path}.stale-${randomBytes(6).toString('hex')}`;
  await rename(path, aside).catch(() => undefined);
  const taken = await readFile(aside, 'utf8').catch(() => null);
  if (taken !== null && taken !== stale.text) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
