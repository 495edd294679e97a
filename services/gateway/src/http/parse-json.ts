// Parses what a request brings as JSON: no deeper than allowed, and with a plain word where it is none.
import { CodesetError } from '@codeset/terminology';
import type { Limits } from '../limits/limits.ts';
import { beyondLimit } from '../limits/refuse.ts';
import { jsonDepth } from './json-depth.ts';

/** Where the text stood, for the message; `levels` above it count as well. */
export interface JsonPlace {
  readonly place: string;
  readonly levels: number;
}

/** The value of the text. QUERY_TOO_EXPENSIVE when it nests deeper than the limit, BAD_REQUEST when it is not JSON. */
export function parseJson(text: string, { place, levels }: JsonPlace, limits: Limits): unknown {
  const found = jsonDepth(text) + levels;
  if (found > limits.jsonDepth) throw beyondLimit('jsonDepth', limits, found, 'No variable nests as deep.');
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CodesetError('BAD_REQUEST', `The ${place} is not JSON: ${reason}`, { cause });
  }
}
