// Gives each request an id, which its answer carries. (Yoga plugin)
import type { Plugin } from 'graphql-yoga';
import { type ExchangeCarrier, newExchange } from '../exchange.ts';

export function useRequestId(clock: () => Date): Plugin<object, ExchangeCarrier> {
  return {
    onRequest({ request, serverContext }) {
      serverContext.exchange ??= newExchange(request.headers.get('x-request-id'), clock()); // has one on the short way
    },
    onResponse({ response, serverContext }) {
      const { exchange } = serverContext; // yoga answers /live before any plugin is asked
      if (exchange) response.headers.set('x-request-id', exchange.requestId);
    },
  };
}
