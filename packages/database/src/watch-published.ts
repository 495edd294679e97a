// Listens for the notifications that what is published has changed.
import type { Database } from './connect.ts';

/** The channel on which triggers of the database tell it. */
const channel = 'codeset_published';

/**
 * Calls `changed` at every notification, and whenever the connection was made again, since some may have been missed.
 * It takes a connection of its own, which ends with the client. True when it listens; false where the server cannot,
 * because it is a replica. What else goes wrong at the first connection is thrown; later it tries again for ever.
 */
export async function watchPublished(sql: Database, changed: () => void): Promise<boolean> {
  try {
    await sql.listen(channel, changed, changed);
    return true;
  } catch (error) {
    if (isReplica(error)) return false;
    throw error;
  }
}

/** Standbys answer LISTEN with read_only_sql_transaction. */
function isReplica(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25006';
}
