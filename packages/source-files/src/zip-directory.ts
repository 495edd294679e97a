// What a zip says of itself: its entries, checked before a byte is inflated.
import { buffer } from 'node:stream/consumers';
import { type Entry, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { refuseBomb, tooManyBytes, tooManyEntries } from './size-faults.ts';
import { quoted, SourceFileError } from './source-file-error.ts';
import type { SourceLimits } from './source-limits.ts';
import { checkZipEntryName } from './zip-entry-name.ts';
import { openZipStream } from './zip-stream.ts';

/** One file inside a zip, as the zip's directory describes it. */
export interface ZipEntry {
  /** Path inside the zip, with forward slashes. */
  readonly name: string;
  readonly declaredBytes: number;
  readonly compressedBytes: number;
  readonly crc32: number;
  /** True when deflated, false when stored as it is. */
  readonly deflated: boolean;
  /** Where its header begins in the zip, and where its data do. */
  readonly headerStart: number;
  readonly dataStart: number;
}

/** The files of a zip in the order of its directory, folders left out; throws SourceFileError, naming `file`. */
export async function readZipDirectory(
  zip: ZipFile,
  file: string,
  limits: SourceLimits,
): Promise<readonly ZipEntry[]> {
  if (zip.entryCount > limits.entries) throw tooManyEntries(file, zip.entryCount, limits.entries);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  try {
    for await (const raw of zip.eachEntry()) {
      const entry = await checkEntry(zip, raw, file, limits);
      if (names.has(entry.name)) throw duplicateName(file, entry.name);
      names.add(entry.name);
      if (!entry.name.endsWith('/')) entries.push(entry);
    }
    await refuseUncounted(zip, file);
  } catch (error) {
    throw error instanceof SourceFileError ? error : damagedZip(file, error);
  }
  refuseOverlaps(entries, file);
  return entries;
}

/** The fault of a zip that cannot be read, with what the unzipper said of it. */
export function damagedZip(file: string, cause: unknown): SourceFileError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SourceFileError({
    file,
    found: `a damaged zip (${reason})`,
    expected: 'a complete zip',
    advice: 'The file is cut short or damaged; download it again.',
    cause,
  });
}

async function checkEntry(zip: ZipFile, raw: Entry, file: string, limits: SourceLimits): Promise<ZipEntry> {
  const name = getFileNameLowLevel(raw.generalPurposeBitFlag, raw.fileNameRaw, raw.extraFields, true);
  checkZipEntryName(name, file);
  const inside = `${file}!/${name}`;
  refuseUnreadable(raw, inside);
  if (name.endsWith('/') && raw.uncompressedSize > 0) throw unreadable(inside, 'a folder with content');
  if (raw.uncompressedSize > limits.fileBytes) {
    throw tooManyBytes(inside, `${raw.uncompressedSize} bytes, as the zip declares`, limits.fileBytes);
  }
  refuseBomb(inside, raw.uncompressedSize, raw.compressedSize, limits);
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(raw, { minimal: true });
  return {
    name,
    declaredBytes: raw.uncompressedSize,
    compressedBytes: raw.compressedSize,
    crc32: raw.crc32,
    deflated: raw.compressionMethod === 8,
    headerStart: raw.relativeOffsetOfLocalHeader,
    dataStart: fileDataStart,
  };
}

function refuseUnreadable(raw: Entry, inside: string): void {
  if (raw.isEncrypted()) throw unreadable(inside, 'an encrypted file');
  if (raw.compressionMethod !== 0 && raw.compressionMethod !== 8) {
    throw unreadable(inside, `a file compressed by method ${raw.compressionMethod}`);
  }
  const madeOnUnix = raw.versionMadeBy >> 8 === 3;
  const isLink = ((raw.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  if (madeOnUnix && isLink) throw unreadable(inside, 'a symbolic link');
}

function unreadable(inside: string, found: string): SourceFileError {
  return new SourceFileError({
    file: inside,
    found,
    expected: 'a plain file, stored or deflated',
    advice: 'Take the zip as the publisher released it, or unpack it and name the folder.',
  });
}

function duplicateName(file: string, name: string): SourceFileError {
  return new SourceFileError({
    file,
    found: `two entries named ${quoted(name)}`,
    expected: 'a name of its own for each entry',
    advice: 'The zip is ambiguous; take it as the publisher released it.',
  });
}

/** A zip that counts fewer entries than it has would hide the others. */
async function refuseUncounted(zip: ZipFile, file: string): Promise<void> {
  // A number, whatever yauzl's types say: where the entries that were counted end.
  const end = Number(zip.readEntryCursor);
  const next = await buffer(
    await openZipStream(zip, { dataStart: end, compressedBytes: 4, deflated: false }),
  );
  if (next.toString('latin1') !== 'PK\u0001\u0002') return;
  throw new SourceFileError({
    file,
    offset: end,
    found: `more than the ${zip.entryCount} entries that the zip counts`,
    expected: 'as many entries as it counts',
    advice: 'The zip is hostile or damaged; take it as the publisher released it.',
  });
}

/** Entries that share bytes let a small zip hold petabytes. */
function refuseOverlaps(entries: readonly ZipEntry[], file: string): void {
  const inOrder = entries.toSorted((a, b) => a.headerStart - b.headerStart);
  for (const [index, entry] of inOrder.entries()) {
    const previous = inOrder[index - 1];
    if (previous === undefined || previous.dataStart + previous.compressedBytes <= entry.headerStart)
      continue;
    throw new SourceFileError({
      file,
      offset: entry.headerStart,
      found: `entries that share bytes, ${quoted(previous.name)} and ${quoted(entry.name)}`,
      expected: 'entries one after the other',
      advice: 'The zip is hostile or damaged; take it as the publisher released it.',
    });
  }
}
