// codeset publish and codeset withdraw: the two changes of status an operator can make.
import { lockLoads, publishRelease, type ReleaseRow, withdrawRelease } from '@codeset/database/load';
import type { TransactionSql } from 'postgres';
import type { CommandRun } from '../command-run.ts';
import { publicationServiceOf } from '../ingestion-services.ts';
import { heldRelease, publicationOf } from './held-release.ts';

/** Serves a checked or withdrawn release; does nothing when it is published already. */
export function publish(run: CommandRun, publication: string, version: string): Promise<number> {
  return changeStatus(run, publication, version, 'published', publishRelease);
}

/** Stops serving a published release; does nothing when it is withdrawn already. */
export function withdraw(run: CommandRun, publication: string, version: string): Promise<number> {
  return changeStatus(run, publication, version, 'withdrawn', withdrawRelease);
}

async function changeStatus(
  run: CommandRun,
  publication: string,
  version: string,
  wanted: 'published' | 'withdrawn',
  change: (tx: TransactionSql, release: ReleaseRow) => Promise<void>,
): Promise<number> {
  publicationServiceOf(publication);
  return await run.withDatabase(async ({ sql, loader }) => {
    const held = await heldRelease(sql, publication, version);
    const changed = await loader.begin(async (tx) => {
      await lockLoads(tx, () => run.output.note('waiting for a load to end'));
      const release = await heldRelease(tx as never, publication, version);
      if (release.status === wanted) return false;
      await change(tx, release);
      return true;
    });
    const text = changed ? `is ${wanted}` : `was ${wanted} already: nothing was done`;
    run.output.result(
      { ...publicationOf(held), version, status: wanted, changed, digest: held.digest },
      `Release ${version} of ${publication} ${text}.`,
    );
    return 0;
  });
}
