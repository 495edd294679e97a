// Puts the Postgres binaries where the account that runs them can reach them, and sees that they run.
import { randomBytes } from 'node:crypto';
import { cp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodesetError } from '@codeset/terminology';
import type { Launcher } from './launcher.ts';
import { makeLibraryLinks } from './library-links.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/**
 * The binaries, linked and tried. They are copied into `place` when the installed ones cannot be linked
 * (a folder that is not ours to write) or not be reached by the account that Postgres runs as.
 */
export async function binariesThatRun(
  installed: PostgresBinaries,
  launcher: Launcher,
  place: string,
): Promise<PostgresBinaries> {
  const binaries =
    (await canLink(installed.folder)) && (await launcher.canReach(join(installed.folder, 'bin', 'postgres')))
      ? installed
      : { ...installed, folder: await copyBinaries(installed, place) };
  await tryBinaries(binaries, launcher);
  return binaries;
}

async function canLink(folder: string): Promise<boolean> {
  try {
    await makeLibraryLinks(folder);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
    throw error;
  }
}

async function copyBinaries(installed: PostgresBinaries, place: string): Promise<string> {
  const copy = join(place, `binaries-${installed.version}`);
  if (await stat(copy).catch(() => null)) return copy;
  const unfinished = `${copy}.new-${process.pid}-${randomBytes(6).toString('hex')}`;
  await cp(installed.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  await makeLibraryLinks(unfinished);
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true })); // another process was first
  return copy;
}

async function tryBinaries(binaries: PostgresBinaries, launcher: Launcher): Promise<void> {
  const postgres = join(binaries.folder, 'bin', 'postgres');
  const { status, output } = await launcher.run(postgres, ['--version']);
  if (status === 0) return;
  throw new CodesetError(
    'ENVIRONMENT',
    `The embedded Postgres in ${binaries.folder} does not run on this machine (${output.trim() || `exit status ${status}`}). It needs glibc on Linux, which Alpine has not. Set DATABASE_URL to a Postgres server, version 15 or newer.`,
  );
}
