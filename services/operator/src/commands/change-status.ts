// codeset publish and codeset withdraw: the two changes of status an operator can make.
import { lockLoads, publishRelease, type ReleaseRow, withdrawRelease } from '@codeset/database/load';
import type { TransactionSql } from 'postgres';
import type { CommandRun } from '../command-run.ts';
import { ingestionServiceOf } from '../ingestion-services.ts';
import { heldRelease } from './held-release.ts';

/** Serves a checked or withdrawn release; does nothing when it is published already. */
export function publish(run: CommandRun, codeSystem: string, version: string): Promise<number> {
  return changeStatus(run, codeSystem, version, 'published', publishRelease);
}

/** Stops serving a published release; does nothing when it is withdrawn already. */
export function withdraw(run: CommandRun, codeSystem: string, version: string): Promise<number> {
  return changeStatus(run, codeSystem, version, 'withdrawn', withdrawRelease);
}

async function changeStatus(
  run: CommandRun,
  codeSystem: string,
  version: string,
  wanted: 'published' | 'withdrawn',
  change: (tx: TransactionSql, release: ReleaseRow) => Promise<void>,
): Promise<number> {
  ingestionServiceOf(codeSystem);
  return await run.withDatabase(async ({ sql, loader }) => {
    const { digest } = await heldRelease(sql, codeSystem, version);
    const changed = await loader.begin(async (tx) => {
      await lockLoads(tx, () => run.output.note('waiting for a load to end'));
      const release = await heldRelease(tx as never, codeSystem, version);
      if (release.status === wanted) return false;
      await change(tx, release);
      return true;
    });
    const text = changed ? `is ${wanted}` : `was ${wanted} already: nothing was done`;
    run.output.result(
      { codeSystem, version, status: wanted, changed, digest },
      `Release ${version} of ${codeSystem} ${text}.`,
    );
    return 0;
  });
}
