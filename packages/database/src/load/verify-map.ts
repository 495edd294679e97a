// Recomputes what a stored release of a map proves: the digest, from the stored mappings and mentions in their order.
import { MapDigest } from '@codeset/terminology';
import type { Sql } from 'postgres';
import type { ReleaseRow } from './held-releases.ts';
import { checkMappings, listHeldMappings, listHeldMentions } from './held-mappings.ts';
import type { Verification } from './verification.ts';

/** Reads all mappings and mentions again; works on published, withdrawn and checked releases alike. */
export async function verifyMap(sql: Sql, release: ReleaseRow): Promise<Verification> {
  const digest = new MapDigest();
  const read = { mappings: 0, mentions: 0 };
  for await (const batch of listHeldMappings(sql, release.id)) {
    read.mappings += batch.length;
    for (const mapping of batch) digest.add(mapping);
  }
  for await (const batch of listHeldMentions(sql, release.id)) {
    read.mentions += batch.length;
    for (const mention of batch) digest.addMention(mention);
  }
  digest.addVersions(release.between);
  const found = digest.finish();
  const problems = await checkMappings(sql, release.id, read);
  if (found !== release.digest)
    problems.push(`The digest of the mappings is ${found}, but ${release.digest} was published.`);
  return { digest: found, rowsRead: read.mappings + read.mentions, problems };
}
