// Decides where an embedded server keeps its data: in the home folder wherever that can be.
import { createHash } from 'node:crypto';
import { access, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodesetError } from '@codeset/terminology';
import { chooseLauncher, type Launcher } from './launcher.ts';

/** A folder, and how to start programs that work in it. */
export interface DataPlace {
  /** Absolute, without links. */
  readonly folder: string;
  readonly launcher: Launcher;
}

/**
 * The home folder, made when it is not there. Only where Postgres must run under another account that cannot
 * reach the home folder (root's own home, in a container without user namespaces) it is a folder among the
 * temporary ones, always the same for the same home.
 */
export async function chooseDataPlace(home: string, log: (line: string) => void): Promise<DataPlace> {
  const folder = await makeHome(home);
  const existing = await stat(join(folder, 'postgres')).catch(() => null);
  refuseForeignFolder(join(folder, 'postgres'), existing?.uid);
  const launcher = await chooseLauncher(existing);
  if (!launcher.otherAccount || (await launcher.canReach(folder))) return { folder, launcher };
  const name = `codeset-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  const instead = join(await realpath(tmpdir()), name);
  await makePrivateFolder(instead, launcher);
  log(`Postgres must run ${launcher.manner} here and cannot reach ${folder}: its data are in ${instead}`);
  return { folder: instead, launcher };
}

async function makeHome(home: string): Promise<string> {
  try {
    await mkdir(home, { recursive: true });
    await access(home, constants.W_OK | constants.X_OK);
    return await realpath(home);
  } catch (cause) {
    throw new CodesetError(
      'ENVIRONMENT',
      `The folder ${home} cannot be made or written to. Set CODESET_HOME to another.`,
      {
        cause,
      },
    );
  }
}

function refuseForeignFolder(folder: string, owner: number | undefined): void {
  const user = process.getuid?.();
  if (owner === undefined || user === 0 || user === owner) return;
  throw new CodesetError(
    'ENVIRONMENT',
    `The folder ${folder} belongs to another user (uid ${owner}, this is uid ${user}). Run as that user, or set CODESET_HOME to a folder of your own.`,
  );
}

/** Makes a folder where everybody may write, and makes sure that nobody else has laid it there. */
async function makePrivateFolder(folder: string, launcher: Launcher): Promise<void> {
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  if (made) await launcher.giveOver(folder);
  const found = await stat(folder);
  if (made || ((await launcher.canReach(folder)) && (found.mode & 0o077) === 0)) return;
  throw new CodesetError('ENVIRONMENT', `The folder ${folder} belongs to somebody else. Set CODESET_HOME.`);
}
