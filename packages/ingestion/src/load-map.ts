// The pipeline of a map: recognise → parse and normalize → digest → check → stage → publish, one release at a time.
import {
  checkMappings,
  type DigestedMap,
  findHeldRelease,
  markChecked,
  stageMap,
} from '@codeset/database/load';
import {
  CodesetError,
  type Finding,
  limitFindings,
  digestOfMap,
  type NormalizedMap,
} from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';
import { countMap } from './count-map.ts';
import { heldForMap } from './held-for-map.ts';
import { type LoadDraft, reportBase } from './load-draft.ts';
import type { LoadEnvironment, LoadRequest } from './load-release.ts';
import {
  type LoadObserver,
  type LoadOutcome,
  type MapChangeSummary,
  type MapLoadReport,
  StepTimer,
} from './load-report.ts';
import { loadInTransaction, publishChecked } from './load-transaction.ts';
import { compareWithBefore } from './map-changes.ts';
import type { MapService } from './map-service.ts';
import { refuseSampleBesideReal } from './published-releases.ts';
import { recogniseFiles } from './recognise-files.ts';
import { settleWithHeld } from './settle-with-held.ts';

/** What parsing, digesting and checking made of the files. */
interface CheckedMap {
  readonly map: DigestedMap;
  readonly sourceRecords: NormalizedMap['sourceRecords'];
  readonly findings: readonly Finding[];
  /** Against the published release before it; null when there is none. */
  readonly changes: MapChangeSummary | null;
}

/**
 * Loads a release of a map, under the same promises as `loadRelease`: a report for every outcome that is expected, an
 * error for files and versions that will not do, one transaction for all that is written.
 */
export async function loadMap(
  request: LoadRequest<MapService>,
  { sql, observer, clock }: LoadEnvironment,
): Promise<MapLoadReport> {
  const { service, version, paths, dryRun = false, publish = true, sample = false } = request;
  const timer = new StepTimer(clock, observer);
  const name = service.releaseName(version);
  if (sample) await refuseSampleBesideReal(sql, service.definition.id);

  timer.begin('recognise files');
  const given = await recogniseFiles(service, paths, observer.progress);
  timer.end('recognise files', given.all.length);
  const draft: LoadDraft<MapService> = { service, name, sample, given, timer };

  const earlier = await findHeldRelease(sql, service.definition.id, version, sample);
  const settled = settleWithHeld(earlier, given, { dryRun, publish });
  if (earlier && settled === 'already-published') return reportOf(draft, settled, earlier.digest);
  if (earlier && settled === 'publish-checked') {
    await publishChecked(sql, draft);
    return reportOf(draft, 'published', earlier.digest);
  }

  const checked = await parseAndCheck(sql, draft, observer);
  if (checked.findings.some(({ severity }) => severity === 'error'))
    return reportOf(draft, 'refused', checked.map.digest, checked);
  const aim = dryRun ? 'undo' : publish ? 'publish' : 'hold';
  timer.begin('stage');
  const staged = await loadInTransaction(sql, draft, aim, observer, (tx) =>
    stage(tx, draft, checked, observer),
  );
  timer.end(dryRun ? 'undo' : 'commit', null);
  if (staged === null) return reportOf(draft, 'already-published', checked.map.digest);
  const outcomes = { undo: 'dry-run', publish: 'published', hold: 'checked' } as const;
  return reportOf(draft, outcomes[aim], checked.map.digest, checked);
}

async function parseAndCheck(
  sql: Sql,
  { service, name, sample, given, timer }: LoadDraft<MapService>,
  observer: LoadObserver,
): Promise<CheckedMap> {
  timer.begin('parse and normalize');
  const normalized = await service.normalize(given.used, name, observer.progress);
  const { mappings, mentions, between, sourceRecords } = normalized;
  const digest = digestOfMap(normalized);
  timer.end('parse and normalize', mappings.length);
  timer.begin('check');
  const held = await heldForMap(sql, service.definition, sample);
  const checks = await service.check(normalized, given.used, held, observer.progress);
  timer.end('check', checks.length);
  timer.begin('compare');
  const { changes, doubts } = await compareWithBefore(normalized, service.definition, held, name);
  timer.end('compare', changes?.sources ?? null);
  const findings = limitFindings([...normalized.findings, ...checks, ...doubts]);
  const { definition } = service;
  const counts = countMap(normalized);
  return {
    map: { definition, name, sample, digest, counts, mappings, mentions, between },
    sourceRecords,
    findings,
    changes,
  };
}

/** Gives the id of the staged release. */
async function stage(
  tx: TransactionSql,
  { given, timer }: LoadDraft<MapService>,
  { map, findings, changes }: CheckedMap,
  observer: LoadObserver,
): Promise<number> {
  const id = await stageMap(tx, map, given.all, given.sourceDigest, (step, rows) => {
    timer.end(step, rows);
    observer.progress(step, rows);
  });
  const expected = { mappings: map.mappings.length, mentions: map.mentions.length };
  const problems = await checkMappings(tx, id, expected);
  // Staged rows that are not what was meant to be written are a defect of ours, not of the files.
  if (problems.length > 0) throw new CodesetError('CHECKS_FAILED', problems.join('\n'));
  timer.end('check staged rows', map.mappings.length);
  await markChecked(tx, id, findings, { changes, steps: timer.steps });
  return id;
}

function reportOf(
  draft: LoadDraft<MapService>,
  outcome: LoadOutcome,
  digest: string,
  checked: CheckedMap | null = null,
): MapLoadReport {
  const base = { conceptMap: draft.service.definition.id, ...reportBase(draft, outcome), digest };
  if (!checked) return { ...base, changes: null };
  const { sourceRecords, map, findings, changes } = checked;
  return { ...base, sourceRecords, counts: map.counts, findings, changes };
}
