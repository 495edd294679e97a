// Files and folders on disk: what the operator named, walked in order.
import { createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { tooManyBytes } from './size-faults.ts';
import { quoted, SourceFileError } from './source-file-error.ts';
import { capped, type StoredContent } from './stored-content.ts';

/** A file on disk: its path here, and its name for people. */
export interface DiskFile {
  readonly path: string;
  readonly name: string;
}

/** The content of a file on disk, at most `allowed` bytes of it. */
export function diskContent({ path, name }: DiskFile, allowed: number): StoredContent {
  return {
    name,
    async *chunks() {
      const { size } = await describe(path, name);
      if (size > allowed) throw tooManyBytes(name, `${size} bytes`, allowed);
      try {
        yield* capped(createReadStream(path), name, allowed);
      } catch (error) {
        throw error instanceof SourceFileError ? error : unreadable(name, error);
      }
    },
  };
}

/** The first bytes of a file on disk, fewer where it is shorter. */
export async function readStart({ path, name }: DiskFile, length: number): Promise<Buffer> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(name, error);
  }
}

/**
 * The file at a path, or all the files of the folder there, sorted by name at each level; hidden ones are passed over.
 * A link inside the folder is followed as long as it stays there. `count` is called once for each file and folder met.
 * Throws SourceFileError for a missing or unreadable path, a device, pipe or socket, and a link that leads outside.
 */
export async function* walkDisk(
  path: string,
  name: string,
  count: (name: string) => void,
): AsyncGenerator<DiskFile> {
  const root = await whereReally(path, name);
  yield* walk({ path, name }, root, new Set(), count);
}

async function* walk(
  at: DiskFile,
  root: string,
  seen: Set<string>,
  count: (name: string) => void,
): AsyncGenerator<DiskFile> {
  count(at.name);
  const place = await whereReally(at.path, at.name);
  if (place !== root && !place.startsWith(root.endsWith(sep) ? root : root + sep))
    throw leadsOutside(at.name);
  if (seen.has(place)) return;
  seen.add(place);
  const facts = await describe(at.path, at.name);
  if (facts.isFile()) yield at;
  else if (facts.isDirectory()) {
    for (const entry of await listFolder(at)) {
      yield* walk({ path: join(at.path, entry), name: `${at.name}/${entry}` }, root, seen, count);
    }
  } else throw notAFile(at.name);
}

async function listFolder({ path, name }: DiskFile): Promise<readonly string[]> {
  try {
    return (await readdir(path)).filter((entry) => !entry.startsWith('.')).sort();
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** The path with every link resolved. */
export async function whereReally(path: string, name: string = basename(path)): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw unreadable(name, error);
  }
}

async function describe(path: string, name: string) {
  try {
    return await stat(path);
  } catch (error) {
    throw unreadable(name, error);
  }
}

function unreadable(name: string, cause: unknown): SourceFileError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  const missing = code === 'ENOENT';
  return new SourceFileError({
    file: name,
    found: missing ? 'nothing at this path' : `a path that cannot be read (${code})`,
    expected: 'a readable file, folder or zip',
    advice: missing ? 'Check the path.' : 'Check the path and the rights on it.',
    cause,
  });
}

function leadsOutside(name: string): SourceFileError {
  return new SourceFileError({
    file: name,
    found: 'a link that leads out of the folder',
    expected: 'files inside the folder',
    advice: `Name the file that ${quoted(name)} leads to, if it belongs to the release.`,
  });
}

function notAFile(name: string): SourceFileError {
  return new SourceFileError({
    file: name,
    found: 'a device, pipe or socket',
    expected: 'a file, folder or zip',
    advice: 'Name published files only.',
  });
}
