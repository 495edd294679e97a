// A file that a command writes: under a temporary name beside it until it is whole.
import { rmSync } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CodesetError } from '@codeset/terminology';

/**
 * Gives the path that a result may be written to, links followed; `option` is the one that names it. USAGE where
 * something is there already that may not be overwritten, or the folder is not.
 */
export async function refuseExisting(path: string, force: boolean, option = '--out'): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw unwritable(path, error, option);
  });
  if (found === null) {
    await refuseWithoutFolder(path, option);
    return path;
  }
  if (!found.isFile()) throw new CodesetError('USAGE', `${option}: ${path} is there already and not a file.`);
  if (!force) throw new CodesetError('USAGE', `${option}: ${path} is there already. --force overwrites it.`);
  return await realpath(path);
}

/** Writes the whole file, or leaves what was there: `work` fills it, and only then it gets its name. */
export async function writeFileWhole(
  path: string,
  force: boolean,
  work: (write: (piece: string | Uint8Array) => Promise<void>) => Promise<void>,
  option = '--out',
): Promise<void> {
  const target = await refuseExisting(path, force, option);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const file = await openNew(temporary, path, option);
  const dropAndDie = (signal: NodeJS.Signals) => {
    rmSync(temporary, { force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of endings) process.once(signal, dropAndDie);
  try {
    await fill(file, (error) => unwritable(path, error, option), work);
    await refuseExisting(path, force, option); // it may have come meanwhile
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    for (const signal of endings) process.off(signal, dropAndDie);
  }
}

async function refuseWithoutFolder(path: string, option: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder?.isDirectory()) return;
  throw new CodesetError(
    'USAGE',
    `${option}: ${path} cannot be written: there is no folder ${dirname(path)}.`,
  );
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function fill(
  file: FileHandle,
  refusal: (error: unknown) => CodesetError,
  work: (write: (piece: string | Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  try {
    await work(async (piece) => {
      await file.appendFile(piece).catch((error: unknown) => {
        throw refusal(error);
      });
    });
    await file.sync();
  } finally {
    await file.close();
  }
}

async function openNew(temporary: string, path: string, option: string): Promise<FileHandle> {
  try {
    return await open(temporary, 'wx');
  } catch (error) {
    throw unwritable(path, error, option);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function unwritable(path: string, cause: unknown, option: string): CodesetError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CodesetError('ENVIRONMENT', `${option}: ${path} cannot be written: ${reason}`, { cause });
}
