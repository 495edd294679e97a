// The release that a command names; the error lists those that are held.
import { findHeldRelease, listHeldReleases, type ReleaseRow } from '@codeset/database/load';
import { CodesetError } from '@codeset/terminology';
import type { Sql } from 'postgres';

export async function heldRelease(sql: Sql, publication: string, version: string): Promise<ReleaseRow> {
  const release = await findHeldRelease(sql, publication, version);
  if (release) return release;
  const held = (await listHeldReleases(sql, publication)).map((row) => `${row.version} (${row.status})`);
  throw new CodesetError(
    'RELEASE_UNKNOWN',
    `Release ${version} of ${publication} is not held. Held: ${held.length === 0 ? 'none' : held.join(', ')}.`,
  );
}

/** What a release is of, under the name that results give it: `codeSystem` or `conceptMap`. */
export function publicationOf({
  codeSystem,
  conceptMap,
  publication,
}: ReleaseRow): { readonly codeSystem: string } | { readonly conceptMap: string } {
  return conceptMap === null ? { codeSystem: codeSystem ?? publication } : { conceptMap };
}
