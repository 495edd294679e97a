// codeset verify: recomputes hashes and digest of a stored release from its bytes.
import { verifyRelease } from '@codeset/database/load';
import { CodesetError } from '@codeset/terminology';
import type { CommandRun } from '../command-run.ts';
import { ingestionServiceOf } from '../ingestion-services.ts';
import { heldRelease } from './held-release.ts';

/** Exit code 1 when the stored release is not what was published. */
export async function verify(run: CommandRun, codeSystem: string, version: string): Promise<number> {
  ingestionServiceOf(codeSystem);
  return await run.withDatabase(async ({ sql }) => {
    const release = await heldRelease(sql, codeSystem, version);
    run.output.progress.step(`verify ${codeSystem} ${version}`);
    const { digest, rowsRead, problems } = await verifyRelease(sql, release);
    const verified = problems.length === 0;
    const text = `Release ${version} of ${codeSystem} is what was published: ${rowsRead} rows read, digest ${digest}.`;
    run.output.result(
      { codeSystem, version, status: release.status, verified, digest, rowsRead, problems },
      verified ? text : problems.join('\n'),
    );
    if (verified) return 0;
    throw new CodesetError(
      'DIGEST_MISMATCH',
      `Release ${version} of ${codeSystem} is not what was published.`,
    );
  });
}
