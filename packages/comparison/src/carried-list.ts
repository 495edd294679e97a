// A list of codes carried from one release to a later one: what became of each code, and what a person must decide.
import type { PublishedRelease } from '@codeset/database/read';
import type { LineageEdge } from './lineage.ts';

/**
 * `unchanged`; `reworded`: the same code with another display; `subdivided`: into the codes that took its place;
 * `replaced`: by other codes; `ended`: without a successor; `unknown`: the first release has no such code.
 */
export type CarriedStatus = (typeof carriedStatuses)[number];

/** In the order in which summaries list them. */
export const carriedStatuses = [
  'unchanged',
  'reworded',
  'subdivided',
  'replaced',
  'ended',
  'unknown',
] as const;

/** A code to carry, with how often it was used. */
export interface CodeToCarry {
  /** In any form. */
  readonly code: string;
  /** Null where the list has no counts. */
  readonly count: number | null;
}

/** A code of a release, as a list shows it. */
export interface ListedCode {
  readonly key: string;
  readonly code: string;
  readonly display: string;
}

/** A step on the way of one code. */
export interface CarriedStep {
  readonly before: PublishedRelease;
  readonly after: PublishedRelease;
  readonly code: string;
  /** The codes that it became, itself where it stayed; empty where it ended. */
  readonly became: readonly string[];
  /** What was taken to lead there; empty where the code stayed and nothing led away from it. */
  readonly edges: readonly LineageEdge[];
  /** Display before and after, where it was reworded. */
  readonly reworded: { readonly before: string; readonly after: string } | null;
  /** It may still be coded with, under the same code or another; false where others took its place or none did. */
  readonly stayed: boolean;
  /** The same string stands for something else since. */
  readonly reused: boolean;
}

export interface CarriedCode {
  /** As it was given. */
  readonly asked: string;
  readonly count: number | null;
  /** The code in the first release; null where it has none. */
  readonly origin: ListedCode | null;
  readonly status: CarriedStatus;
  /** What stands for it in the second release, in tabular order. */
  readonly into: readonly ListedCode[];
  /** Why a person must decide, in whole sentences; empty where nobody must. */
  readonly decisions: readonly string[];
  /** What a person should know, though the code can be carried without a decision. */
  readonly notices: readonly string[];
  /** The steps at which something happened, in the order of time. */
  readonly path: readonly CarriedStep[];
}

export interface CarriedSummary {
  readonly status: CarriedStatus;
  readonly codes: number;
  /** Sum of the counts; null where none was given. */
  readonly volume: number | null;
  /** Of the codes, the ones that need a person's decision. */
  readonly toDecide: number;
  readonly volumeToDecide: number | null;
}

export interface CarriedList {
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
  /** In the order of the list that was given. */
  readonly codes: readonly CarriedCode[];
  /** Every status, in order. */
  readonly summary: readonly CarriedSummary[];
  /** The codes of the second release that need no decision, each once, in tabular order. */
  readonly newList: readonly ListedCode[];
  /** The releases that the way went through, the first and the last among them. */
  readonly through: readonly PublishedRelease[];
}

/** Codes and volumes by status. */
export function summarize(codes: readonly CarriedCode[]): CarriedSummary[] {
  const counted = codes.some(({ count }) => count !== null);
  const volumeOf = (some: readonly CarriedCode[]) =>
    counted ? some.reduce((sum, { count }) => sum + (count ?? 0), 0) : null;
  return carriedStatuses.map((status) => {
    const having = codes.filter((code) => code.status === status);
    const open = having.filter(({ decisions }) => decisions.length > 0);
    return {
      status,
      codes: having.length,
      volume: volumeOf(having),
      toDecide: open.length,
      volumeToDecide: volumeOf(open),
    };
  });
}
