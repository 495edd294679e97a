// What publishers say on ended codes themselves: cross-references to the codes to be used instead.
import type { NamingPropertyRow, PublishedRelease } from '@codeset/database/read';
import { addDays, lookUpForm } from '@codeset/terminology';
import type { EdgeDraft } from './edge-drafts.ts';

/** One edge for each code and each code that it names, as the newest release that has it says. */
export function referenceEdges(
  rows: readonly NamingPropertyRow[],
  held: readonly PublishedRelease[],
): EdgeDraft[] {
  const newest = new Map<string, { release: PublishedRelease; row: NamingPropertyRow }>();
  for (const release of held) {
    for (const row of rows) {
      if (row.releaseId === release.id) newest.set(`${lookUpForm(row.code)} ${row.value}`, { release, row });
    }
  }
  return [...newest.values()].map(({ release, row: { code, value, property, effectiveTo } }) => {
    const day = addDays(effectiveTo, 1);
    return {
      source: { from: code, to: null, below: false },
      sourceWith: [],
      target: value,
      before: held.findLast(({ effectiveFrom }) => effectiveFrom < day) ?? null,
      after: held.find(({ effectiveFrom }) => effectiveFrom >= day) ?? null,
      stays: false,
      evidence: [
        {
          source: 'cross-reference',
          score: null,
          statement: `${code}, terminated on ${effectiveTo}, refers to ${value} (${property}).`,
          publication: { id: release.codeSystem, version: release.version },
          place: null,
          effectiveFrom: day,
        },
      ],
    };
  });
}
