// The pipeline: recognise → parse → normalize → check → stage → publish, one release at a time.
import { findHeldRelease, lockLoads, publishRelease } from '@codeset/database/load';
import { CodesetError, limitFindings } from '@codeset/terminology';
import type { Sql } from 'postgres';
import { hashRelease } from './hash-release.ts';
import { heldReleases } from './held-releases.ts';
import type { HeldReleases, IngestionService } from './ingestion-service.ts';
import { type CheckedRelease, type LoadDraft, reportOfChecked, reportOfHeld } from './load-draft.ts';
import { type LoadObserver, type LoadReport, StepTimer } from './load-report.ts';
import { recogniseFiles } from './recognise-files.ts';
import { settleWithHeld } from './settle-with-held.ts';
import { stageInTransaction } from './stage-in-transaction.ts';

export interface LoadRequest {
  readonly service: IngestionService;
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
  if (sample) await refuseSampleBesideReal(sql, service);

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
  const checks = await service.check(release, given.used, held, observer.progress);
  const findings = limitFindings([...release.findings, ...laws, ...checks]);
  timer.end('check', findings.length);
  return { sourceRecords: release.sourceRecords, hashed, findings };
}

/** Publishes what was checked before from the same files; another load may have replaced or published it meanwhile. */
async function publishChecked(sql: Sql, { service, name, sample, given }: LoadDraft): Promise<void> {
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

async function refuseSampleBesideReal(sql: Sql, { definition }: IngestionService): Promise<void> {
  const { rows } = await heldReleases(sql, definition, false);
  if (rows.length === 0) return;
  throw new CodesetError(
    'RELEASE_EXISTS',
    `Real releases of ${definition.id} are published (${rows.map(({ version }) => version).join(', ')}): ` +
      'a made-up sample is not loaded beside them.',
  );
}
