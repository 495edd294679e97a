// A release of a code system: its label, its dates, its states, and how one is chosen for a date.
import type { IndexHeading } from './index-entry.ts';
import type { PropertyPattern } from './property-pattern.ts';
import { addDays, type PlainDate } from './plain-date.ts';

/** `staged` and `checked` are not served; `published` is; `withdrawn` is kept but not served. */
export type ReleaseStatus = 'staged' | 'checked' | 'published' | 'withdrawn';

/** What a version label says of a release before any file is read. */
export interface ReleaseName {
  /** The label, `2025` or `2025-04`. */
  readonly version: string;
  readonly effectiveFrom: PlainDate;
  /** The last day by the publisher's own calendar: the day before the next release is due; null when there is none. */
  readonly scheduledTo: PlainDate | null;
  /** True for an edition that the publisher calls a draft: never in force, asked for by its version alone. */
  readonly draft: boolean;
}

/** Texts of the release as a whole, not of one concept. */
export interface FrontMatter {
  /** The introduction's sections, in order. */
  readonly introduction: readonly IntroductionSection[];
  readonly indexes: readonly IndexHeading[];
  /** Properties that say the same of every concept but for its identity; absent where a release has none. */
  readonly propertyPatterns?: readonly PropertyPattern[];
  /** The languages of its translations, BCP 47, sorted; absent where it came without any. */
  readonly translations?: readonly string[];
}

export interface IntroductionSection {
  /** As the publisher types it: `title`, `subtitle`, `instruction`. */
  readonly type: string;
  readonly title: string;
  readonly instructions: readonly string[];
}

/** The dates that decide which release is in force. */
export interface DatedRelease {
  readonly version: string;
  readonly effectiveFrom: PlainDate;
  readonly scheduledTo: PlainDate | null;
  readonly draft: boolean;
}

/** Releases in the order of their effective dates, whatever order they were loaded in. */
export function byEffectiveDate<R extends DatedRelease>(releases: readonly R[]): R[] {
  return [...releases].sort(
    (a, b) => compareText(a.effectiveFrom, b.effectiveFrom) || compareText(a.version, b.version),
  );
}

/**
 * The last day on which `release` is to be used, given the other releases held: the day before the next one held,
 * or the publisher's own schedule where that ends earlier; null when neither tells. A draft ends nothing.
 */
export function effectiveTo(release: DatedRelease, held: readonly DatedRelease[]): PlainDate | null {
  const next = byEffectiveDate(held).find(
    (other) => !other.draft && other.effectiveFrom > release.effectiveFrom,
  );
  const beforeNext = next ? addDays(next.effectiveFrom, -1) : null;
  if (beforeNext === null) return release.scheduledTo;
  if (release.scheduledTo === null) return beforeNext;
  return [beforeNext, release.scheduledTo].sort()[0] ?? null;
}

/** The release chosen for a date, with the doubt that goes with it. */
export interface Selection<R> {
  readonly release: R;
  /** Null when the release is in force on the date; else a sentence that says why that is not sure. */
  readonly doubt: string | null;
}

/** The newest held release, drafts apart, that is effective on or before `date`; null when there is none. */
export function releaseOn<R extends DatedRelease>(held: readonly R[], date: PlainDate): Selection<R> | null {
  const release = byEffectiveDate(held).findLast(
    (candidate) => !candidate.draft && candidate.effectiveFrom <= date,
  );
  if (!release) return null;
  const end = effectiveTo(release, held);
  if (end === null || date <= end) return { release, doubt: null };
  return {
    release,
    doubt:
      `Release ${release.version} is the newest held that was effective by ${date}, but its publisher's calendar ` +
      `ends it on ${end}: a later release that is not held is likely to be in force.`,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
