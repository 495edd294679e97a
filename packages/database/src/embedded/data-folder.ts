// Makes the folder that holds the databases, whole or not at all, and refuses one of another Postgres.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodesetError } from '@codeset/terminology';
import type { Launcher } from './launcher.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { isAlive } from './process-table.ts';

/** The name of the one database user of an embedded server. */
export const embeddedUser = 'codeset';

/** A folder that is ready to be served. */
export interface DataFolder {
  /** Holds the three below and the server's log. */
  readonly folder: string;
  /** What Postgres calls its data directory. */
  readonly data: string;
  readonly password: string;
  readonly logFile: string;
  /** Says which process may stop the server. */
  readonly ownerFile: string;
}

/**
 * The folder `postgres` in this place, made by initdb when it is not there. It is made under another name and
 * renamed when it is whole: an interrupted start leaves nothing that looks finished, and of two at once one wins.
 */
export async function prepareDataFolder(
  place: string,
  binaries: PostgresBinaries,
  launcher: Launcher,
  log: (line: string) => void,
): Promise<DataFolder> {
  const folder = join(place, 'postgres');
  await removeUnfinished(place);
  if (!(await isWhole(folder, log))) {
    log(`making a database folder in ${folder}`);
    await makeDataFolder(folder, binaries, launcher);
  }
  await refuseOtherMajor(folder, binaries);
  return {
    folder,
    data: join(folder, 'data'),
    password: await readPassword(folder),
    logFile: join(folder, 'server.log'),
    ownerFile: join(folder, 'owner'),
  };
}

/** False when there is none; a folder that never became a database is set aside. */
async function isWhole(folder: string, log: (line: string) => void): Promise<boolean> {
  if (!(await stat(folder).catch(() => null))) return false;
  if (await stat(join(folder, 'data', 'global', 'pg_control')).catch(() => null)) return true;
  const aside = `${folder}.incomplete-${randomBytes(6).toString('hex')}`;
  await rename(folder, aside).catch(() => undefined); // another process did it
  log(`${folder} holds no complete database: set aside as ${aside}`);
  return false;
}

async function makeDataFolder(folder: string, binaries: PostgresBinaries, launcher: Launcher): Promise<void> {
  const unfinished = unfinishedName(folder);
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await launcher.giveOver(unfinished);
    await writePassword(join(unfinished, 'password'), launcher);
    await runInitdb(unfinished, binaries, launcher);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const anotherWasFirst = code === 'ENOTEMPTY' || code === 'EEXIST';
    if (!anotherWasFirst) throw error;
  }
}

async function writePassword(path: string, launcher: Launcher): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(randomBytes(24).toString('hex'));
  await file.sync();
  await file.close();
  await launcher.giveOver(path);
}

async function runInitdb(folder: string, binaries: PostgresBinaries, launcher: Launcher): Promise<void> {
  const { status, output } = await launcher.run(join(binaries.folder, 'bin', 'initdb'), [
    `--pgdata=${join(folder, 'data')}`,
    `--username=${embeddedUser}`,
    `--pwfile=${join(folder, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ]);
  if (status === 0) return;
  throw new CodesetError(
    'ENVIRONMENT',
    `Postgres could not make its data folder in ${folder}, run ${launcher.manner}: ${output.trim()}`,
  );
}

async function refuseOtherMajor(folder: string, binaries: PostgresBinaries): Promise<void> {
  const data = join(folder, 'data');
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (found === binaries.major) return;
  throw new CodesetError(
    'ENVIRONMENT',
    `The data folder ${data} was made by Postgres ${found}; this program brings Postgres ${binaries.major}, which cannot read it. Nothing in it was touched. Point CODESET_HOME to another folder and load the releases there, or move ${folder} away; or go on using it with the program that made it.`,
  );
}

async function readPassword(folder: string): Promise<string> {
  const path = join(folder, 'password');
  const password = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CodesetError(
      'ENVIRONMENT',
      `The password of the embedded database cannot be read from ${path}. Put the file back, or move ${folder} away to start with an empty database.`,
      { cause },
    );
  });
  return password.trim();
}

/**
 * Removes what starts that died half-way have left; their process number is in the name. Each is claimed by a
 * new name first, since others may clear up at the same time; what cannot be removed yet is for the next start.
 */
async function removeUnfinished(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    const maker = /^postgres\.new-(\d+)-[0-9a-f]+$/.exec(name)?.[1];
    if (maker === undefined || isAlive(Number(maker))) continue;
    const claimed = unfinishedName(join(place, 'postgres'));
    await rename(join(place, name), claimed).catch(() => undefined);
    await rm(claimed, { recursive: true, force: true }).catch(() => undefined);
  }
}

function unfinishedName(folder: string): string {
  return `${folder}.new-${process.pid}-${randomBytes(6).toString('hex')}`;
}
