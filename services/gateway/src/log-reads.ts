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

/** Tells each of them, in order. */
export function allObservers(observers: readonly ReadObserver[]): ReadObserver {
  return {
    statement(question) {
      const ended = observers.map((observer) => observer.statement?.(question));
      return (error) => {
        for (const end of ended) end?.(error);
      };
    },
    retried: (question) => tell(({ retried }) => retried?.(question)),
    refused: (reason) => tell(({ refused }) => refused?.(reason)),
    listed: (question, releases) => tell(({ listed }) => listed?.(question, releases)),
    changed: (database, up, cause) => tell(({ changed }) => changed?.(database, up, cause)),
  };
  function tell(what: (observer: ReadObserver) => void): void {
    for (const observer of observers) what(observer);
  }
}
