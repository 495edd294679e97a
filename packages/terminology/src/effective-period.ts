// Whether a code may be used on a day, by the dates that the publisher gives it, apart from those of the release.
import type { PlainDate } from './plain-date.ts';

/** The dates of a code of its own; null where the publisher gives none. */
export interface EffectivePeriod {
  readonly effectiveFrom: PlainDate | null;
  readonly effectiveTo: PlainDate | null;
}

/** `notYet` before its first day, `ended` after its last one, `effective` between and where there are no dates. */
export type EffectiveState = 'effective' | 'notYet' | 'ended';

/** How a code stands on a day. Both dates belong to the period. */
export function effectiveStateOn(
  { effectiveFrom, effectiveTo }: EffectivePeriod,
  date: PlainDate,
): EffectiveState {
  if (effectiveFrom !== null && date < effectiveFrom) return 'notYet';
  if (effectiveTo !== null && date > effectiveTo) return 'ended';
  return 'effective';
}
