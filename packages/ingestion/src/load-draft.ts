// What a load knows so far, and the report that is made of it at whatever point it ends.
import type { ChangeSummary, ContentTally, HashedRelease } from '@codeset/database/load';
import type { Finding, NormalizedRelease, ReleaseName } from '@codeset/terminology';
import type { IngestionService, LoadingService } from './ingestion-service.ts';
import type { LoadOutcome, LoadReport, LoadReportBase, StepTimer } from './load-report.ts';
import type { GivenFiles } from './recognise-files.ts';
import type { ReleaseReconciliation } from './reconcile-release.ts';

/** What is known before the files are parsed. */
export interface LoadDraft<Service extends LoadingService = IngestionService> {
  readonly service: Service;
  readonly name: ReleaseName;
  readonly sample: boolean;
  readonly given: GivenFiles;
  readonly timer: StepTimer;
}

/** What parsing, hashing and checking made of the files. */
export interface CheckedRelease {
  readonly sourceRecords: NormalizedRelease['sourceRecords'];
  readonly hashed: HashedRelease;
  readonly findings: readonly Finding[];
  readonly reconciliations: readonly ReleaseReconciliation[];
}

/** What staging wrote. */
export interface StageOutcome {
  readonly findings: readonly Finding[];
  readonly contents: Readonly<Record<string, ContentTally>>;
  readonly changes: ChangeSummary | null;
}

/** The report of a load that ends before anything is parsed: the release is held already. */
export function reportOfHeld(draft: LoadDraft, outcome: LoadOutcome, digest: string): LoadReport {
  return { ...reportOfDraft(draft, outcome), digest };
}

/** The report of a load that came to its checks, and maybe further. */
export function reportOfChecked(
  draft: LoadDraft,
  outcome: LoadOutcome,
  { sourceRecords, hashed, findings, reconciliations }: CheckedRelease,
  staged: StageOutcome | null,
): LoadReport {
  return {
    ...reportOfDraft(draft, outcome),
    digest: hashed.digest,
    parts: hashed.parts,
    sourceRecords,
    counts: hashed.counts,
    findings: staged?.findings ?? findings,
    reconciliations,
    contents: staged?.contents ?? {},
    changes: staged?.changes ?? null,
  };
}

function reportOfDraft(draft: LoadDraft, outcome: LoadOutcome): LoadReport {
  const codeSystem = draft.service.definition.id;
  return {
    codeSystem,
    ...reportBase(draft, outcome),
    parts: [],
    reconciliations: [],
    contents: {},
    changes: null,
  };
}

/** What a report says before anything is parsed. */
export function reportBase(draft: LoadDraft<LoadingService>, outcome: LoadOutcome): LoadReportBase {
  const { name, sample, given, timer } = draft;
  return {
    version: name.version,
    effectiveFrom: name.effectiveFrom,
    sample,
    draft: name.draft,
    outcome,
    digest: null,
    sourceDigest: given.sourceDigest,
    files: given.all,
    sourceRecords: {},
    counts: {},
    findings: [],
    steps: timer.steps,
  };
}
