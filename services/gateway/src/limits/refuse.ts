// How a limit says no: which limit, its value, what was found.
import { CodesetError, type ErrorCode } from '@codeset/terminology';
import type { Limits } from './limits.ts';

/** The error for a request beyond a limit; `advice` says what to do instead. */
export function beyondLimit(
  limit: keyof Limits,
  limits: Limits,
  found: number,
  advice: string,
  code: ErrorCode = 'QUERY_TOO_EXPENSIVE',
): CodesetError {
  const maximum = limits[limit];
  return new CodesetError(code, `The limit \`${limit}\` is ${maximum}, found ${found}. ${advice}`, {
    details: { limit, maximum, found },
  });
}
