// What a load knows so far, and the report that is made of it at whatever point it ends.
import type { ChangeSummary, ContentTally, HashedRelease } from '@codeset/database/load';
import type { Finding, NormalizedRelease, ReleaseName } from '@codeset/terminology';
import type { IngestionService } from './ingestion-service.ts';
import type { LoadOutcome, LoadReport, StepTimer } from './load-report.ts';
import type { GivenFiles } from './recognise-files.ts';

/** What is known before the files are parsed. */
export interface LoadDraft {
  readonly service: IngestionService;
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
  { sourceRecords, hashed, findings }: CheckedRelease,
  staged: StageOutcome | null,
): LoadReport {
  return {
    ...reportOfDraft(draft, outcome),
    digest: hashed.digest,
    parts: hashed.parts,
    sourceRecords,
    counts: hashed.counts,
    findings: staged?.findings ?? findings,
    contents: staged?.contents ?? {},
    changes: staged?.changes ?? null,
  };
}

function reportOfDraft({ service, name, sample, given, timer }: LoadDraft, outcome: LoadOutcome): LoadReport {
  return {
    codeSystem: service.definition.id,
    version: name.version,
    effectiveFrom: name.effectiveFrom,
    sample,
    draft: name.draft,
    outcome,
    digest: null,
    sourceDigest: given.sourceDigest,
    parts: [],
    files: given.all,
    sourceRecords: {},
    counts: {},
    findings: [],
    contents: {},
    changes: null,
    steps: timer.steps,
  };
}
