// The report of one load: what was given, what was found, what was written, how long each step took.
import type { ChangeSummary, ContentTally, LoadedFile } from '@codeset/database/load';
import type { Finding, MapKindTotal, PlainDate } from '@codeset/terminology';
import type { ReleaseReconciliation } from './reconcile-release.ts';

/** How a load ended. */
export type LoadOutcome =
  | 'published'
  /** Staged and checked, not published: `--no-publish`. */
  | 'checked'
  /** Everything was done and undone: `--dry-run`. */
  | 'dry-run'
  /** The same files were loaded and published before: nothing was done. */
  | 'already-published'
  /** The checks found errors: nothing is held. */
  | 'refused';

/** What the reports of releases and of maps have in common. */
export interface LoadReportBase {
  readonly version: string;
  readonly effectiveFrom: PlainDate;
  readonly sample: boolean;
  /** The publisher calls it a draft: never in force. */
  readonly draft: boolean;
  readonly outcome: LoadOutcome;
  /** sha256; null when the release was refused before it could be made. */
  readonly digest: string | null;
  readonly sourceDigest: string;
  readonly files: readonly LoadedFile[];
  readonly sourceRecords: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  readonly steps: readonly LoadStep[];
}

/** The report of a load of a code system's release. */
export interface LoadReport extends LoadReportBase {
  readonly codeSystem: string;
  readonly parts: readonly string[];
  /** What the publisher says changed against what did, a list each; empty where it gives no totals. */
  readonly reconciliations: readonly ReleaseReconciliation[];
  /** What the release's contents came to, and how many of them were not held before. */
  readonly contents: Readonly<Record<string, ContentTally>>;
  /** Against the published release before it; null when there is none. */
  readonly changes: ChangeSummary | null;
}

/** The report of a load of a map's release. */
export interface MapLoadReport extends LoadReportBase {
  readonly conceptMap: string;
  /** Against the published release before it; null when there is none. */
  readonly changes: MapChangeSummary | null;
}

/** What changed in a map since the release before, in sources. */
export interface MapChangeSummary {
  /** Version of the release that is compared with. */
  readonly against: string;
  /** Sources of which something changed, each counted once. */
  readonly sources: number;
  /** Every kind of change; a source can count under several. */
  readonly kinds: readonly MapKindTotal[];
}

export interface LoadStep {
  readonly step: string;
  readonly milliseconds: number;
  /** Rows or records the step dealt with; null where that has no meaning. */
  readonly rows: number | null;
}

/** Hears how a load goes on. */
export interface LoadObserver {
  /** A step begins. */
  readonly step: (name: string) => void;
  /** How far the current step is; called often. */
  readonly progress: (message: string, done?: number, total?: number) => void;
}

/** Times the steps of a load one after the other. */
export class StepTimer {
  readonly steps: LoadStep[] = [];
  readonly #clock: () => number;
  readonly #observer: LoadObserver;
  #since: number;

  constructor(clock: () => number, observer: LoadObserver) {
    this.#clock = clock;
    this.#observer = observer;
    this.#since = clock();
  }

  begin(name: string): void {
    this.#observer.step(name);
  }

  /** Ends a step that began when the one before it ended. */
  end(step: string, rows: number | null): void {
    const now = this.#clock();
    this.steps.push({ step, milliseconds: Math.round(now - this.#since), rows });
    this.#since = now;
  }
}
