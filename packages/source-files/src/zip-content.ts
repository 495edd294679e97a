// Files inside zips, inflated with every claim of the zip checked against the bytes.
import { crc32 } from 'node:zlib';
import { fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { refuseBomb } from './size-faults.ts';
import { SourceFileError } from './source-file-error.ts';
import type { SourceLimits } from './source-limits.ts';
import { capped, type StoredContent } from './stored-content.ts';
import { damagedZip, type ZipEntry } from './zip-directory.ts';
import { openZipStream } from './zip-stream.ts';

/** A zip that can be opened again and again. */
export interface ZipContainer {
  /** Its name as in SourceFile.name. */
  readonly name: string;
  open(): Promise<ZipFile>;
}

// Names are decoded and sizes checked by our own code, for messages that say what was found and expected.
const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };

/** A zip on disk. */
export function zipOnDisk(path: string, name: string): ZipContainer {
  return { name, open: () => orDamaged(name, openPromise(path, options)) };
}

/** A zip inside another: its bytes, and how to have them again once memory was needed for something else. */
export function zipInMemory(name: string, bytes: Buffer, readAgain: () => Promise<Buffer>): ZipContainer {
  let held = new WeakRef(bytes);
  const read = async () => {
    const whole = held.deref() ?? (await readAgain());
    held = new WeakRef(whole);
    return whole;
  };
  return { name, open: async () => orDamaged(name, fromBufferPromise(await read(), options)) };
}

/** A file inside a zip; throws SourceFileError when its size or check sum is not what the zip declares. */
export function zippedContent(container: ZipContainer, entry: ZipEntry, limits: SourceLimits): StoredContent {
  const name = `${container.name}!/${entry.name}`;
  return {
    name,
    async *chunks() {
      const zip = await container.open();
      try {
        yield* checkedChunks(zip, entry, name, limits);
      } catch (error) {
        throw error instanceof SourceFileError ? error : damagedZip(name, error);
      } finally {
        zip.close();
      }
    },
  };
}

async function* checkedChunks(
  zip: ZipFile,
  entry: ZipEntry,
  name: string,
  limits: SourceLimits,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  let sum = 0;
  for await (const chunk of capped(await openZipStream(zip, entry), name, limits.fileBytes)) {
    bytes += chunk.length;
    if (bytes > entry.declaredBytes) throw lies(name, `more than ${entry.declaredBytes} bytes`, entry);
    refuseBomb(name, bytes, entry.compressedBytes, limits);
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (bytes !== entry.declaredBytes) throw lies(name, `${bytes} bytes`, entry);
  if (sum !== entry.crc32) throw badSum(name, sum, entry);
}

async function orDamaged(name: string, opening: Promise<ZipFile>): Promise<ZipFile> {
  try {
    return await opening;
  } catch (error) {
    throw damagedZip(name, error);
  }
}

function lies(file: string, found: string, entry: ZipEntry): SourceFileError {
  return new SourceFileError({
    file,
    found,
    expected: `the ${entry.declaredBytes} bytes that the zip declares`,
    advice: 'The zip is damaged or hostile; download it again.',
  });
}

function badSum(file: string, sum: number, entry: ZipEntry): SourceFileError {
  return new SourceFileError({
    file,
    found: `the CRC-32 ${sum.toString(16).padStart(8, '0')}`,
    expected: `${entry.crc32.toString(16).padStart(8, '0')}, as the zip declares`,
    advice: 'The zip is damaged; download it again.',
  });
}
