// Which texts a publisher's list of changes speaks of: of a list of displays a changed short title is no revision.
import type { Announcement } from './announcement.ts';

/** The uses of designations that a list speaks of besides the display. */
export type SpokenUses = ReadonlySet<string> | 'all';

/** Those that its changes give; where it lists no text, all if its totals divide revisions by them, else none. */
export function spokenUses({ totals, changes }: Announcement): SpokenUses {
  const uses = new Set<string>();
  for (const { before, after } of changes) {
    for (const texts of [before, after]) for (const { use } of texts?.designations ?? []) uses.add(use);
  }
  return uses.size === 0 && totals.some(({ ofWhich }) => ofWhich !== null) ? 'all' : uses;
}

/** Whether a designation of that use is spoken of. */
export function isSpokenOf(use: string, uses: SpokenUses): boolean {
  return uses === 'all' || uses.has(use);
}
