// codeset verify: recomputes hashes and digest of a stored release, of a code system or a map, from its bytes.
import { verifyRelease } from '@codeset/database/load';
import { CodesetError } from '@codeset/terminology';
import type { CommandRun } from '../command-run.ts';
import { publicationServiceOf } from '../ingestion-services.ts';
import { heldRelease, publicationOf } from './held-release.ts';

/** Exit code 1 when the stored release is not what was published. */
export async function verify(run: CommandRun, publication: string, version: string): Promise<number> {
  publicationServiceOf(publication);
  return await run.withDatabase(async ({ sql }) => {
    const release = await heldRelease(sql, publication, version);
    run.output.progress.step(`verify ${publication} ${version}`);
    const { digest, rowsRead, problems } = await verifyRelease(sql, release);
    const verified = problems.length === 0;
    const text = `Release ${version} of ${publication} is what was published: ${rowsRead} rows read, digest ${digest}.`;
    run.output.result(
      { ...publicationOf(release), version, status: release.status, verified, digest, rowsRead, problems },
      verified ? text : problems.join('\n'),
    );
    if (verified) return 0;
    throw new CodesetError(
      'DIGEST_MISMATCH',
      `Release ${version} of ${publication} is not what was published.`,
    );
  });
}
