// What an answer says of the two releases that it compares.
import type { PlainDate } from '@codeset/terminology';
import type { Comparison } from './read-comparison.ts';

/** A release as results name it. */
export interface ReleaseFacts {
  readonly version: string;
  /** A made-up release. */
  readonly sample: boolean;
  /** Never in force. */
  readonly draft: boolean;
  readonly effectiveFrom: PlainDate;
  /** sha256 over its content. */
  readonly digest: string;
}

/** Of a release's row only what results show. */
export function releaseFacts({ version, sample, draft, effectiveFrom, digest }: ReleaseFacts): ReleaseFacts {
  return { version, sample, draft, effectiveFrom, digest };
}

/** `2027 (sample)`. */
export function releaseLabel({
  version,
  sample,
  draft,
}: Omit<ReleaseFacts, 'digest' | 'effectiveFrom'>): string {
  return `${version}${sample ? ' (sample)' : ''}${draft ? ' (draft)' : ''}`;
}

/** `effective from 2026-10-01`. */
export function forceOf({ draft, effectiveFrom }: Pick<ReleaseFacts, 'draft' | 'effectiveFrom'>): string {
  return draft ? 'never in force' : `effective from ${effectiveFrom}`;
}

/** What results for programs say before they come to the changes. */
export function comparisonFacts({ definition, from, to, asked, diff, totals }: Comparison) {
  const { compared, onlyFrom, onlyTo, groupings } = diff.parts;
  return {
    codeSystem: definition.id,
    from: releaseFacts(from),
    to: releaseFacts(to),
    attribution: definition.attribution,
    asked,
    parts: { both: compared, onlyFrom, onlyTo, groupings },
    notCompared: {
      properties: [...diff.scope.unknownProperties],
      languages: [...diff.scope.unknownLanguages],
    },
    totals,
  };
}
