// Says at /ready whether the gateway can answer queries now. (Yoga plugin; /live is yoga's own)
import type { SteadyReader } from '@codeset/database/read';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';

/** Set when the gateway begins to shut down. */
export interface Draining {
  started: boolean;
}

/** Balancers ask every few seconds, and want to be told soon. */
const patienceMs = 1_000;

export function useReadiness(steady: SteadyReader, draining: Draining, log: Logger): Plugin {
  return {
    async onRequest({ url, fetchAPI, endResponse }) {
      if (url.pathname !== '/ready') return;
      const reason = draining.started ? 'shutting down' : await findObstacle(steady, log);
      const database = steady.state().serving;
      const body = JSON.stringify(reason === null ? { ready: true, database } : { ready: false, reason });
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
      endResponse(new fetchAPI.Response(body, { status: reason === null ? 200 : 503, headers }));
    },
  };
}

/** Why queries cannot be answered; null when they can. */
async function findObstacle(steady: SteadyReader, log: Logger): Promise<string | null> {
  try {
    await steady.check(patienceMs);
    return null;
  } catch (error) {
    log.warn({ err: error }, 'not ready');
    return 'the database does not answer';
  }
}
