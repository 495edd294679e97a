// Copies of the sample releases that a test may damage.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = new URL('../../services/ingest-icd-10-cm/fixtures/', import.meta.url);

/** The folder of a sample release, `2026` or `2027`. */
export function sampleFolder(version: string): string {
  return fileURLToPath(new URL(`${version}/`, fixtures));
}

/** A folder of a test's own that goes when the test is over. */
export class ScratchFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<ScratchFolder> {
    return new ScratchFolder(await mkdtemp(join(tmpdir(), 'codeset-files-')));
  }

  /** Copies a whole sample release into it. */
  async copySample(version: string): Promise<this> {
    await cp(sampleFolder(version), this.path, { recursive: true });
    return this;
  }

  /** Changes one file's bytes. */
  async edit(name: string, change: (bytes: Buffer) => Buffer | string): Promise<this> {
    const path = join(this.path, name);
    await writeFile(path, change(await readFile(path)));
    return this;
  }

  async write(name: string, bytes: Buffer | string): Promise<this> {
    await writeFile(join(this.path, name), bytes);
    return this;
  }

  async remove(name: string): Promise<this> {
    await rm(join(this.path, name));
    return this;
  }

  async delete(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** A change of a file's text, byte for byte outside what `change` touches. */
export function text(change: (text: string) => string): (bytes: Buffer) => Buffer {
  return (bytes) => Buffer.from(change(bytes.toString('latin1')), 'latin1');
}
