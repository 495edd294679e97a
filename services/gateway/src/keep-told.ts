// Has a gateway told of what is published and withdrawn, also where the database comes later than the gateway.
import { setTimeout as sleep } from 'node:timers/promises';
import { type ReadClient, watchPublished } from '@codeset/database/read';
import type { Logger } from 'pino';
import type { Gateway } from './server.ts';

/** Milliseconds between two attempts at a database that is away. */
const pause = 5_000;

/**
 * Listens on the client, which is to be the primary's; a lost connection is made again. Until it listens, and where the
 * server is a replica, which cannot tell, the gateway sees changes within the age of its list all the same.
 */
export function keepTold(
  sql: ReadClient,
  gateway: Pick<Gateway, 'publishedChanged'>,
  log: Logger,
): { stop(): void } {
  const over = new AbortController();
  const listen = async () => {
    while (!over.signal.aborted) {
      try {
        const told = await watchPublished(sql, gateway.publishedChanged);
        if (!told) log.info('a replica does not tell what is published: the list is read every second');
        return;
      } catch (error) {
        log.warn({ err: error }, 'nobody tells what is published: the list is read every second');
        await sleep(pause, undefined, { ref: false, signal: over.signal }).catch(() => undefined);
      }
    }
  };
  void listen();
  return { stop: () => over.abort() };
}
