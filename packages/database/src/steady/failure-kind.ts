// What a failed statement says about the database, and so whether asking again can help.
import { isConnectionFailure } from '../database-unavailable.ts';

/**
 * `gone`: connections fail, and may succeed in a moment. `refused`: the server is there and lets us in no more, such
 * as for a wrong password; asking again is vain. `passing`: this statement met something that passes, while others go
 * through. `query`: anything else; the statement itself is at fault, or its time was up.
 */
export type FailureKind = 'gone' | 'refused' | 'passing' | 'query';

/** SQL states of a refused login and of a database that does not exist. */
const refused = /^(28...|3D000)$/;

/** No room for a connection; and what a replica says when replaying the log stands against the statement. */
const passing = new Set(['53300', '40001', '40P01']);

/** The kind of this failure; drizzle has the driver's error as the cause of its own. */
export function failureKind(error: unknown): FailureKind {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '' && error instanceof Error && error.cause !== undefined) return failureKind(error.cause);
  if (passing.has(code)) return 'passing';
  if (refused.test(code)) return 'refused';
  if (code === 'CONNECTION_ENDED') return 'query'; // we ended the pool ourselves
  return isConnectionFailure(error) ? 'gone' : 'query';
}
