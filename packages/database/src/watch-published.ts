// Listens for the notifications that what is published has changed.
import { type Database, reopenDatabase } from './connect.ts';

/** The channel on which triggers of the database tell it. */
const channel = 'codeset_published';

/**
 * Calls `changed` at every notification, and whenever the connection was made again, since some may have been missed.
 * It takes a connection of its own, beside those of the pool; what it gives ends that. Null where the server cannot tell,
 * because it is a replica. What else goes wrong at the first connection is thrown; later it tries again for ever.
 */
export async function watchPublished(
  sql: Database,
  changed: () => void,
): Promise<(() => Promise<void>) | null> {
  // A client for each attempt: postgres.js 3.4.9 goes on with a `listen` that failed, beside the one that comes after it.
  const own = reopenDatabase(sql, { max: 1 });
  const end = () => own.end({ timeout: 1 });
  try {
    await own.listen(channel, changed, changed);
    return end;
  } catch (error) {
    await end();
    if (isReplica(error)) return null;
    throw error;
  }
}

/** Standbys answer LISTEN with read_only_sql_transaction. */
function isReplica(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25006';
}
