// A zip → the files in it, those of zips inside it included.
import type { ListingTally } from './listing-tally.ts';
import { type SourceFile, sourceFile } from './source-file.ts';
import { SourceFileError } from './source-file-error.ts';
import { type Measure, measure, readWhole, type StoredContent } from './stored-content.ts';
import { type ZipContainer, zipInMemory, zippedContent } from './zip-content.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** The entry that makes a zip an office document, which is one file and not a container. */
export const officeMark = '[Content_Types].xml';

/** A zip as something to look into and as one file; `depth` is 1 for a zip that is not inside another. */
export interface OpenableZip {
  readonly container: ZipContainer;
  readonly whole: StoredContent;
  /** What reading it as one file has shown; null when it was not read yet. */
  readonly measured: Measure | null;
  readonly depth: number;
}

/** The files of a zip in its own order, or the zip itself where it is an office document (xlsx). */
export async function* zipFiles(zip: OpenableZip, tally: ListingTally): AsyncGenerator<SourceFile> {
  const { container, whole, depth } = zip;
  const entries = await listEntries(container, tally);
  if (entries.some(({ name }) => name === officeMark)) {
    yield sourceFile(whole, zip.measured ?? (await measureInto(tally, whole)));
    return;
  }
  if (depth > tally.limits.zipDepth) throw nestedTooDeep(container.name, tally.limits.zipDepth);
  if (entries.length === 0) throw emptyZip(container.name);
  tally.countEntries(container.name, entries.length);
  for (const entry of entries) {
    yield* entryFiles(zippedContent(container, entry, tally.limits), depth, tally);
  }
}

/** Reads some content once for its size and hash, held against the caps. */
export function measureInto(tally: ListingTally, content: StoredContent): Promise<Measure> {
  return measure(content, (bytes) => tally.countBytes(content.name, bytes));
}

async function* entryFiles(
  content: StoredContent,
  depth: number,
  tally: ListingTally,
): AsyncGenerator<SourceFile> {
  const measured = await measureInto(tally, content);
  if (measured.zip === null) {
    yield sourceFile(content, measured);
    return;
  }
  const container = zipInMemory(content.name, measured.zip, () => readWhole(content, measured));
  yield* zipFiles({ container, whole: content, measured, depth: depth + 1 }, tally);
}

async function listEntries(container: ZipContainer, tally: ListingTally): Promise<readonly ZipEntry[]> {
  const zip = await container.open();
  try {
    return await readZipDirectory(zip, container.name, tally.limits);
  } finally {
    zip.close();
  }
}

function nestedTooDeep(file: string, allowed: number): SourceFileError {
  return new SourceFileError({
    file,
    found: `a zip inside ${allowed} others`,
    expected: `at most ${allowed} zips inside one another`,
    advice: 'Unpack the outer zip and name the folder.',
  });
}

function emptyZip(file: string): SourceFileError {
  return new SourceFileError({
    file,
    found: 'a zip without files',
    expected: 'published files',
    advice: 'Download it again, or leave it out.',
  });
}
