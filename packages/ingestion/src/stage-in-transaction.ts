// The writing half of a load of a code system's release.
import {
  checkStaged,
  markChecked,
  type ReleaseRow,
  stageRelease,
  summarizeChanges,
} from '@codeset/database/load';
import { CodesetError, type Finding, codeKindsOf } from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';
import { changeInReason } from './change-in-reason.ts';
import type { CheckedRelease, LoadDraft, StageOutcome } from './load-draft.ts';
import type { LoadObserver } from './load-report.ts';
import { loadInTransaction, type StageAim } from './load-transaction.ts';

/**
 * Stages the release, checks the staged rows, and publishes, holds or undoes them as `aim` says. Gives null when another
 * load published the same files while this one waited for its turn.
 */
export async function stageInTransaction(
  sql: Sql,
  draft: LoadDraft,
  checked: CheckedRelease,
  before: ReleaseRow | null,
  aim: StageAim,
  observer: LoadObserver,
): Promise<StageOutcome | null> {
  return await loadInTransaction(sql, draft, aim, observer, (tx) =>
    stage(tx, draft, checked, before, observer),
  );
}

async function stage(
  tx: TransactionSql,
  { given, timer, service, name }: LoadDraft,
  { hashed, findings, reconciliations }: CheckedRelease,
  before: ReleaseRow | null,
  observer: LoadObserver,
): Promise<StageOutcome> {
  const { id, contents } = await stageRelease(tx, hashed, given.all, given.sourceDigest, (step, rows) => {
    timer.end(step, rows);
    observer.progress(step, rows);
  });
  const expected = { concepts: hashed.concepts.length, indexEntries: hashed.index.length };
  refuseUnsound(await checkStaged(tx, id, expected));
  const codeKinds = [...codeKindsOf(service.definition)];
  const changes =
    before === null
      ? null
      : await summarizeChanges(tx, before, { id, effectiveFrom: name.effectiveFrom }, codeKinds);
  timer.end('check staged rows', expected.concepts + expected.indexEntries);
  const codes = (counts: Readonly<Record<string, number>>) => counts['code rows'] ?? 0;
  const doubts = before && changes ? changeInReason(changes, codes(before.counts), codes(hashed.counts)) : [];
  const all = [...findings, ...doubts];
  await markChecked(tx, id, all, { contents, changes, reconciliations, steps: timer.steps });
  return { findings: all, contents, changes };
}

/** Staged rows that are not what was meant to be written are a defect of ours, not of the files. */
function refuseUnsound(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const messages = findings.map(({ message }) => message).join('\n');
  throw new CodesetError('CHECKS_FAILED', messages, { details: { findings } });
}
