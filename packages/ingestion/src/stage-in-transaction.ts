// The writing half of a load, in one transaction: it is all there or not at all, however the process ends.
import {
  checkStaged,
  discardRelease,
  findHeldRelease,
  lockLoads,
  markChecked,
  publishRelease,
  type ReleaseRow,
  stageRelease,
  summarizeChanges,
} from '@codeset/database/load';
import { CodesetError, type Finding } from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';
import { changeInReason } from './change-in-reason.ts';
import type { CheckedRelease, LoadDraft, StageOutcome } from './load-draft.ts';
import type { LoadObserver } from './load-report.ts';
import { settleWithHeld } from './settle-with-held.ts';

/** What is to become of the release once it is staged and checked. */
export type StageAim = 'publish' | 'hold' | 'undo';

/**
 * Stages the release, checks the staged rows, and publishes, holds or undoes them as `aim` says. Staging and
 * publishing are one transaction, so that no other load can put its rows in between. Gives null when another load
 * published the same files while this one waited for its turn.
 */
export async function stageInTransaction(
  sql: Sql,
  draft: LoadDraft,
  checked: CheckedRelease,
  before: ReleaseRow | null,
  aim: StageAim,
  observer: LoadObserver,
): Promise<StageOutcome | null> {
  let outcome: StageOutcome | null = null;
  const undo = new Error('dry run: undo');
  await sql
    .begin(async (tx) => {
      await lockLoads(tx, () => observer.progress('waiting for another load to end'));
      if (!(await makeRoom(tx, draft))) return;
      outcome = await stage(tx, draft, checked, before, observer);
      if (aim === 'publish') await publishStaged(tx, draft, observer);
      if (aim === 'undo') throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return outcome;
}

async function publishStaged(tx: TransactionSql, draft: LoadDraft, observer: LoadObserver): Promise<void> {
  const { service, name, sample, timer } = draft;
  observer.step('publish');
  const staged = await findHeldRelease(tx, service.definition.id, name.version, sample);
  if (staged) await publishRelease(tx, staged);
  timer.end('publish', null);
}

/** Discards an unpublished load of the same version; false when the same files have been published meanwhile. */
async function makeRoom(tx: TransactionSql, { service, name, sample, given }: LoadDraft): Promise<boolean> {
  const earlier = await findHeldRelease(tx, service.definition.id, name.version, sample);
  if (settleWithHeld(earlier, given, { dryRun: false, publish: false }) === 'already-published') return false;
  if (earlier) await discardRelease(tx, earlier);
  return true;
}

async function stage(
  tx: TransactionSql,
  { given, timer, service, name }: LoadDraft,
  { hashed, findings }: CheckedRelease,
  before: ReleaseRow | null,
  observer: LoadObserver,
): Promise<StageOutcome> {
  const { id, contents } = await stageRelease(tx, hashed, given.all, given.sourceDigest, (step, rows) => {
    timer.end(step, rows);
    observer.progress(step, rows);
  });
  const expected = { concepts: hashed.concepts.length, indexEntries: hashed.index.length };
  refuseUnsound(await checkStaged(tx, id, expected));
  const codeKinds = service.definition.kinds.filter(({ isCode }) => isCode).map(({ code }) => code);
  const changes =
    before === null
      ? null
      : await summarizeChanges(tx, before, { id, effectiveFrom: name.effectiveFrom }, codeKinds);
  timer.end('check staged rows', expected.concepts + expected.indexEntries);
  const codes = (counts: Readonly<Record<string, number>>) => counts['code rows'] ?? 0;
  const doubts = before && changes ? changeInReason(changes, codes(before.counts), codes(hashed.counts)) : [];
  const all = [...findings, ...doubts];
  await markChecked(tx, id, all, { contents, changes, steps: timer.steps });
  return { findings: all, contents, changes };
}

/** Staged rows that are not what was meant to be written are a defect of ours, not of the files. */
function refuseUnsound(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const messages = findings.map(({ message }) => message).join('\n');
  throw new CodesetError('CHECKS_FAILED', messages, { details: { findings } });
}
