// The one transaction in which a load writes: it is all there or not at all, however the process ends.
import { discardRelease, findHeldRelease, lockLoads, publishRelease } from '@codeset/database/load';
import { CodesetError } from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';
import type { LoadingService } from './ingestion-service.ts';
import type { LoadDraft } from './load-draft.ts';
import type { LoadObserver } from './load-report.ts';
import { settleWithHeld } from './settle-with-held.ts';

/** What is to become of the release once it is staged and checked. */
export type StageAim = 'publish' | 'hold' | 'undo';

/**
 * Lets `stage` write the release, and publishes, holds or undoes it as `aim` says. Staging and publishing are one
 * transaction, so that no other load can put its rows in between. Gives null when another load published the same files
 * while this one waited for its turn.
 */
export async function loadInTransaction<Staged>(
  sql: Sql,
  draft: LoadDraft<LoadingService>,
  aim: StageAim,
  observer: LoadObserver,
  stage: (tx: TransactionSql) => Promise<Staged>,
): Promise<Staged | null> {
  let outcome: Staged | null = null;
  const undo = new Error('dry run: undo');
  await sql
    .begin(async (tx) => {
      await lockLoads(tx, () => observer.progress('waiting for another load to end'));
      if (!(await makeRoom(tx, draft))) return;
      outcome = await stage(tx);
      if (aim === 'publish') await publishStaged(tx, draft, observer);
      if (aim === 'undo') throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return outcome;
}

/** Publishes what was checked before from the same files; another load may have replaced or published it meanwhile. */
export async function publishChecked(
  sql: Sql,
  { service, name, sample, given }: LoadDraft<LoadingService>,
): Promise<void> {
  await sql.begin(async (tx) => {
    await lockLoads(tx, () => undefined);
    const row = await findHeldRelease(tx, service.definition.id, name.version, sample);
    const settled = settleWithHeld(row, given, { dryRun: false, publish: true });
    if (row && settled === 'publish-checked') await publishRelease(tx, row);
    else if (settled !== 'already-published') {
      throw new CodesetError(
        'RELEASE_STATUS',
        `Release ${name.version} was replaced by another load meanwhile: load it again.`,
      );
    }
  });
}

async function publishStaged(
  tx: TransactionSql,
  { service, name, sample, timer }: LoadDraft<LoadingService>,
  observer: LoadObserver,
): Promise<void> {
  observer.step('publish');
  const staged = await findHeldRelease(tx, service.definition.id, name.version, sample);
  if (staged) await publishRelease(tx, staged);
  timer.end('publish', null);
}

/** Discards an unpublished load of the same version; false when the same files have been published meanwhile. */
async function makeRoom(
  tx: TransactionSql,
  { service, name, sample, given }: LoadDraft<LoadingService>,
): Promise<boolean> {
  const earlier = await findHeldRelease(tx, service.definition.id, name.version, sample);
  if (settleWithHeld(earlier, given, { dryRun: false, publish: false }) === 'already-published') return false;
  if (earlier) await discardRelease(tx, earlier);
  return true;
}
