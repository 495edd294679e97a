// Says at /ready whether the gateway can answer queries now. (Yoga plugin; /live is yoga's own)
import type { Reader } from '@codeset/database/read';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';

/** Set when the gateway begins to shut down. */
export interface Draining {
  started: boolean;
}

export function useReadiness(reader: Reader, draining: Draining, log: Logger): Plugin {
  return {
    async onRequest({ url, fetchAPI, endResponse }) {
      if (url.pathname !== '/ready') return;
      const reason = draining.started ? 'shutting down' : await findObstacle(reader, log);
      const body = JSON.stringify(reason === null ? { ready: true } : { ready: false, reason });
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
      endResponse(new fetchAPI.Response(body, { status: reason === null ? 200 : 503, headers }));
    },
  };
}

/** Why queries cannot be answered; null when they can. */
async function findObstacle(reader: Reader, log: Logger): Promise<string | null> {
  try {
    await reader.listPublishedReleases();
    return null;
  } catch (error) {
    log.warn({ err: error }, 'not ready');
    return 'the database does not answer';
  }
}
