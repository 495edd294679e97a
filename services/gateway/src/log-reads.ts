// Says in the log when a database goes away, and when it is there again.
import type { ReadObserver } from '@codeset/database/read';
import type { Logger } from 'pino';

/** One line a change, whatever the number of requests that met it. */
export function logReads(log: Logger): ReadObserver {
  return {
    changed(database, up, cause) {
      if (up) log.info({ database }, 'the database answers again');
      else log.warn({ database, err: cause }, 'the database went away');
    },
  };
}
