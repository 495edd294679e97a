// Has a gateway told of what is published and withdrawn, also where the database comes later than the gateway.
import { setTimeout as sleep } from 'node:timers/promises';
import { type ReadClient, watchPublished } from '@codeset/database/read';
import type { Logger } from 'pino';
import type { Gateway } from './server.ts';

export interface KeepToldOptions {
  readonly log: Logger;
  /** Milliseconds between two attempts at a database that is away; 5,000 when absent. */
  readonly pauseMs?: number;
}

/**
 * Listens on the client, which is to be the primary's; a lost connection is made again. Until it listens, and where the
 * server is a replica, which cannot tell, the gateway sees changes within the age of its list all the same.
 */
export function keepTold(
  sql: ReadClient,
  gateway: Pick<Gateway, 'publishedChanged'>,
  { log, pauseMs = 5_000 }: KeepToldOptions,
): { stop(): Promise<void> } {
  const over = new AbortController();
  let end: (() => Promise<void>) | null = null;
  const listen = async () => {
    while (!over.signal.aborted) {
      try {
        end = await watchPublished(sql, gateway.publishedChanged);
        if (!end) log.info('a replica does not tell what is published: the list is read every second');
        if (over.signal.aborted) await end?.();
        return;
      } catch (error) {
        if (over.signal.aborted) return;
        log.warn({ err: error }, 'nobody tells what is published: the list is read every second');
        await sleep(pauseMs, undefined, { ref: false, signal: over.signal }).catch(() => undefined);
      }
    }
  };
  void listen();
  return {
    async stop() {
      over.abort();
      await end?.();
    },
  };
}
