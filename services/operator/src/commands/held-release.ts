// The release that a command names; the error lists those that are held.
import { findHeldRelease, listHeldReleases, type ReleaseRow } from '@codeset/database/load';
import { CodesetError } from '@codeset/terminology';
import type { Sql } from 'postgres';

export async function heldRelease(sql: Sql, codeSystem: string, version: string): Promise<ReleaseRow> {
  const release = await findHeldRelease(sql, codeSystem, version);
  if (release) return release;
  const held = (await listHeldReleases(sql, codeSystem)).map((row) => `${row.version} (${row.status})`);
  throw new CodesetError(
    'RELEASE_UNKNOWN',
    `Release ${version} of ${codeSystem} is not held. Held: ${held.length === 0 ? 'none' : held.join(', ')}.`,
  );
}
