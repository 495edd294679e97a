// Recomputes what a stored release of a map proves: the digest, from the stored mappings in their order.
import { MapDigest } from '@codeset/terminology';
import type { Sql } from 'postgres';
import type { ReleaseRow } from './held-releases.ts';
import { checkMappings, listHeldMappings } from './held-mappings.ts';
import type { Verification } from './verification.ts';

/** Reads all mappings again; works on published, withdrawn and checked releases alike. */
export async function verifyMap(sql: Sql, release: ReleaseRow): Promise<Verification> {
  const digest = new MapDigest();
  let rowsRead = 0;
  for await (const batch of listHeldMappings(sql, release.id)) {
    rowsRead += batch.length;
    for (const mapping of batch) digest.add(mapping);
  }
  const found = digest.finish();
  const problems = await checkMappings(sql, release.id, rowsRead);
  if (found !== release.digest)
    problems.push(`The digest of the mappings is ${found}, but ${release.digest} was published.`);
  return { digest: found, rowsRead, problems };
}
