// The error of a statement that is given up without an answer.
import { CodesetError } from '@codeset/terminology';

/** DATABASE_UNAVAILABLE, with what was met last as its cause. */
export function noAnswer(cause: unknown): CodesetError {
  const message = 'The database cannot be reached or is too slow to answer. Try again in a moment.';
  return new CodesetError('DATABASE_UNAVAILABLE', message, { cause });
}
