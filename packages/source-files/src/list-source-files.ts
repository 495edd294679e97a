// What the operator named → the published files in it, zips opened, hostile ones refused.
import { type DiskFile, diskContent, readStart, walkDisk, whereReally } from './disk-content.ts';
import { type ListingTally, startTally } from './listing-tally.ts';
import { type SourceFile, sourceFile } from './source-file.ts';
import { SourceFileError } from './source-file-error.ts';
import { type SourceLimits, sourceLimits } from './source-limits.ts';
import { sourceNames } from './source-names.ts';
import { isZip } from './stored-content.ts';
import { zipOnDisk } from './zip-content.ts';
import { measureInto, zipFiles } from './zip-files.ts';

/**
 * Every file in the given files, folders and zips, in the order given; folders by name, zips in their own order.
 * Zips are known by their first bytes and opened, also inside zips; office documents (xlsx) are files. A file named
 * twice is listed once. Throws SourceFileError when a path is missing, unreadable or empty, when a zip is damaged,
 * encrypted or hostile, and when a cap is passed.
 */
export async function listSourceFiles(
  paths: readonly string[],
  limits: Partial<SourceLimits> = {},
): Promise<SourceFile[]> {
  if (paths.length === 0) throw nothingNamed();
  const tally = startTally(sourceLimits(limits));
  const names = sourceNames(paths);
  const seen = new Set<string>();
  const files: SourceFile[] = [];
  for (const [index, path] of paths.entries()) {
    for (const disk of await diskFiles(path, names[index] ?? path, tally)) {
      const place = await whereReally(disk.path, disk.name);
      if (seen.has(place)) continue;
      seen.add(place);
      for await (const file of filesIn(disk, tally)) files.push(file);
    }
  }
  return files;
}

async function diskFiles(path: string, name: string, tally: ListingTally): Promise<DiskFile[]> {
  const found: DiskFile[] = [];
  for await (const file of walkDisk(path, name, (at) => tally.countEntries(at))) found.push(file);
  if (found.length === 0) throw emptyFolder(name);
  return found;
}

async function* filesIn(disk: DiskFile, tally: ListingTally): AsyncGenerator<SourceFile> {
  const whole = diskContent(disk, tally.limits.fileBytes);
  if (isZip(await readStart(disk, 4))) {
    const container = zipOnDisk(disk.path, disk.name);
    yield* zipFiles({ container, whole, measured: null, depth: 1 }, tally);
  } else {
    yield sourceFile(whole, await measureInto(tally, whole));
  }
}

function nothingNamed(): SourceFileError {
  return new SourceFileError({
    file: '(no path)',
    found: 'no path at all',
    expected: 'at least one file, folder or zip',
    advice: 'Name the published files of the release.',
  });
}

function emptyFolder(file: string): SourceFileError {
  return new SourceFileError({
    file,
    found: 'a folder without files',
    expected: 'published files',
    advice: 'Check the path; hidden files do not count.',
  });
}
