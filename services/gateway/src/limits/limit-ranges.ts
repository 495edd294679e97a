// What each limit may be set to: below the least the gateway is of no use, beyond the most it is not safe.
import { wordsAtMost } from '@codeset/search';
import type { Limits } from './limits.ts';

/** The least and the most of a limit. */
export type LimitRange = readonly [least: number, most: number];

/**
 * The range of each limit. At the least of all, introspection and a page without `first` are still answered; node
 * itself refuses a URL with headers of more than 16 KiB; deeper brackets, or as many fragments one within
 * another as more tokens hold, would end the stack.
 */
export const limitRanges: Readonly<Record<keyof Limits, LimitRange>> = {
  bodyBytes: [4_096, 16 * 1024 * 1024],
  urlBytes: [1_024, 14 * 1024],
  jsonDepth: [6, 200],
  tokens: [500, 10_000],
  brackets: [20, 400],
  documentFields: [250, 4_000],
  depth: [6, 64],
  fields: [250, 2_000],
  aliases: [0, 1_000],
  cost: [100, 1_000_000],
  pageSize: [50, 10_000],
  codes: [1, 100_000],
  textLength: [100, 10_000],
  releases: [1, 1_000],
  comparisons: [1, 100],
  expressionParts: [1, 400],
  searchWords: [4, wordsAtMost],
  searchProperties: [1, 100],
  suggestions: [10, 100],
  statementMs: [100, 600_000],
  requestMs: [100, 600_000],
};
