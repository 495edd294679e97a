// What a load under a fault came to, in figures.
import type { Outcome } from './steady-load.ts';

export interface LoadFigures {
  readonly requests: number;
  readonly right: number;
  /** 503 with Retry-After. */
  readonly unavailable: number;
  /** Anything else: a wrong answer, another status, a connection that was cut. */
  readonly faults: readonly string[];
  readonly slowestMs: number;
  /** From the database's return until the last request was sent that was not answered right; 0 when all were. */
  readonly recoveredMs: number;
}

/** The figures; `backAt` is when the database was back, by the load's clock. */
export function loadFigures(outcomes: readonly Outcome[], backAt: number): LoadFigures {
  const count = (kind: Outcome['kind']) => outcomes.filter((each) => each.kind === kind).length;
  const refused = outcomes.filter(({ kind }) => kind !== 'right').map(({ sentAt }) => sentAt);
  return {
    requests: outcomes.length,
    right: count('right'),
    unavailable: count('unavailable'),
    faults: outcomes.flatMap(({ what }) => (what === undefined ? [] : [what])),
    slowestMs: Math.round(Math.max(0, ...outcomes.map(({ sentAt, endedAt }) => endedAt - sentAt))),
    recoveredMs: Math.round(Math.max(0, ...refused.map((sentAt) => sentAt - backAt))),
  };
}
