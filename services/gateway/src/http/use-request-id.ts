// Gives each request an id: the caller's when it is a sane one, else a new one; the answer carries it. (Yoga plugin)
import { randomUUID } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import type { ExchangeCarrier } from '../exchange.ts';

/** Letters, digits and a few signs: nothing that could break a line of a log. */
const saneId = /^[\w.:/+=-]{1,100}$/;

export function useRequestId(clock: () => Date): Plugin<object, ExchangeCarrier> {
  return {
    onRequest({ request, serverContext }) {
      const given = request.headers.get('x-request-id');
      serverContext.exchange = {
        requestId: given !== null && saneId.test(given) ? given : randomUUID(),
        receivedAt: clock(),
        begun: performance.now(),
        operationName: null,
        releases: [],
        isOver: false,
        measure: null,
        errorCode: null,
      };
    },
    onResponse({ response, serverContext }) {
      const { exchange } = serverContext; // yoga answers /live before any plugin is asked
      if (exchange) response.headers.set('x-request-id', exchange.requestId);
    },
  };
}
