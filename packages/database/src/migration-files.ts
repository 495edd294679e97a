// Reads the numbered SQL files that make the schema.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodesetError } from '@codeset/terminology';

/** One file, such as 0001-code-systems-and-releases.sql. */
export interface MigrationFile {
  readonly number: number;
  /** File name without folder. */
  readonly name: string;
  readonly text: string;
  /** Over the text with LF line ends, so that a checkout with others is no change. */
  readonly sha256: string;
}

/** The folder migrations/ of the repository. */
export const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** The files in order, numbered from 1 without a gap. A CodesetError ENVIRONMENT when they are not. */
export async function readMigrationFiles(folder: string): Promise<readonly MigrationFile[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new CodesetError('ENVIRONMENT', `The folder of migrations ${folder} cannot be read.`, { cause });
  });
  const numbered = names.filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort();
  const files = await Promise.all(numbered.map((name) => readMigrationFile(folder, name)));
  files.forEach((file, i) => {
    if (file.number !== i + 1) throw wronglyNumbered(folder, file.name, i + 1);
  });
  return files;
}

async function readMigrationFile(folder: string, name: string): Promise<MigrationFile> {
  const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { number: Number(name.slice(0, 4)), name, text, sha256 };
}

function wronglyNumbered(folder: string, name: string, expected: number): CodesetError {
  return new CodesetError(
    'ENVIRONMENT',
    `The migrations in ${folder} are not numbered 0001, 0002 and so on: found ${name} where number ${expected} should stand. With a gap or a number used twice, two databases could be migrated in different orders. Restore the missing file, or give the new one the next free number.`,
  );
}
