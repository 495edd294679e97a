// The pipeline: recognise → parse → normalize → check → stage → publish, one release at a time.
import { findHeldRelease } from '@codeset/database/load';
import { limitFindings } from '@codeset/terminology';
import type { Sql } from 'postgres';
import { hashRelease } from './hash-release.ts';
import { heldReleases } from './held-releases.ts';
import type { HeldReleases, IngestionService } from './ingestion-service.ts';
import { type CheckedRelease, type LoadDraft, reportOfChecked, reportOfHeld } from './load-draft.ts';
import { type LoadObserver, type LoadReport, StepTimer } from './load-report.ts';
import { publishChecked } from './load-transaction.ts';
import { refuseSampleBesideReal } from './published-releases.ts';
import { recogniseFiles } from './recognise-files.ts';
import { reconcileRelease } from './reconcile-release.ts';
import { settleWithHeld } from './settle-with-held.ts';
import { stageInTransaction } from './stage-in-transaction.ts';

/** What is to be loaded, and what is to become of it; a code system's release or, with a MapService, a map's. */
export interface LoadRequest<Service = IngestionService> {
  readonly service: Service;
  /** The label the operator gives, `2025` or `2025-04`. */
  readonly version: string;
  readonly paths: readonly string[];
  /** Do everything, report, and undo it. */
  readonly dryRun?: boolean;
  /** False stops after the checks: the release is held, not served, until `publish`. */
  readonly publish?: boolean;
  /** True for the repository's made-up releases. */
  readonly sample?: boolean;
}

export interface LoadEnvironment {
  readonly sql: Sql;
  readonly observer: LoadObserver;
  /** Milliseconds from any point, steadily rising. */
  readonly clock: () => number;
}

/**
 * Loads a release. Gives a report for every outcome that is expected, refusal by the checks included; throws
 * CodesetError for files that are damaged, missing or of another release, and for a version held from other files.
 * All writing happens in one transaction: a load that is killed leaves nothing behind.
 */
export async function loadRelease(request: LoadRequest, environment: LoadEnvironment): Promise<LoadReport> {
  const { service, version, paths, dryRun = false, publish = true, sample = false } = request;
  const { sql, observer, clock } = environment;
  const timer = new StepTimer(clock, observer);
  const name = service.releaseName(version);
  if (sample) await refuseSampleBesideReal(sql, service.definition.id);

  timer.begin('recognise files');
  const given = await recogniseFiles(service, paths, observer.progress);
  timer.end('recognise files', given.all.length);
  const draft: LoadDraft = { service, name, sample, given, timer };

  const earlier = await findHeldRelease(sql, service.definition.id, version, sample);
  const settled = settleWithHeld(earlier, given, { dryRun, publish });
  if (earlier && settled === 'already-published') return reportOfHeld(draft, settled, earlier.digest);
  if (earlier && settled === 'publish-checked') {
    await publishChecked(sql, draft);
    return reportOfHeld(draft, 'published', earlier.digest);
  }

  const held = await heldReleases(sql, service.definition, sample);
  const checked = await parseAndCheck(draft, held, observer);
  if (checked.findings.some(({ severity }) => severity === 'error')) {
    return reportOfChecked(draft, 'refused', checked, null);
  }
  const before = held.rows.findLast((row) => row.effectiveFrom < name.effectiveFrom) ?? null;
  const aim = dryRun ? 'undo' : publish ? 'publish' : 'hold';
  timer.begin('stage');
  const staged = await stageInTransaction(sql, draft, checked, before, aim, observer);
  timer.end(dryRun ? 'undo' : 'commit', null);
  if (!staged) return reportOfHeld(draft, 'already-published', checked.hashed.digest);
  const outcomes = { undo: 'dry-run', publish: 'published', hold: 'checked' } as const;
  return reportOfChecked(draft, outcomes[aim], checked, staged);
}

async function parseAndCheck(
  draft: LoadDraft,
  held: HeldReleases,
  observer: LoadObserver,
): Promise<CheckedRelease> {
  const { service, name, sample, given, timer } = draft;
  timer.begin('parse and normalize');
  const release = await service.normalize(given.used, name, observer.progress);
  const records = release.concepts.length + release.index.length;
  timer.end('parse and normalize', records);
  timer.begin('hash contents');
  const { hashed, findings: laws } = hashRelease(release, service.definition, sample);
  timer.end('hash contents', records);
  timer.begin('check');
  const reconciliations = await reconcileRelease(release, service.definition, held, observer.progress);
  const checks = await service.check(release, given.used, held, observer.progress, reconciliations);
  const findings = limitFindings([...release.findings, ...laws, ...checks]);
  timer.end('check', findings.length);
  return { sourceRecords: release.sourceRecords, hashed, findings, reconciliations };
}
