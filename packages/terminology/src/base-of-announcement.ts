// Which held release a publisher's list of changes starts from, told by the totals that it gives.
import type { Announcement } from './announcement.ts';
import type { PlainDate } from './plain-date.ts';

/** What tells a release by its size. */
export interface CountedRelease {
  readonly effectiveFrom: PlainDate;
  /** Numbers by name, `selectable` and `header` among them. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * The newest of the held releases that is in force before `effectiveFrom` and has as many codes of each sort as the
 * list starts from: an update may start from an older release than the one before it. Null when none has, or when the
 * list gives no totals.
 */
export function baseOfAnnouncement<R extends CountedRelease>(
  { totals }: Announcement,
  held: readonly R[],
  effectiveFrom: PlainDate,
): R | null {
  if (totals.length === 0) return null;
  let base: R | null = null;
  for (const release of held) {
    if (release.effectiveFrom >= effectiveFrom) continue;
    if (base && base.effectiveFrom >= release.effectiveFrom) continue;
    if (totals.every(({ of, from }) => release.counts[of] === from)) base = release;
  }
  return base;
}
