// Says of answers to GETs how long they may be kept, and sends nothing to who has them already. (Yoga plugin)
import type { Plugin } from 'graphql-yoga';
import type { ExchangeCarrier } from '../exchange.ts';
import { cacheHeaders, entityTag, isKnown, uncached } from './cache-headers.ts';

export function useCacheHeaders(): Plugin<object, ExchangeCarrier> {
  return {
    async onResponse({ request, response, serverContext, setResponse, fetchAPI }) {
      const { exchange } = serverContext;
      if (!exchange || request.method !== 'GET' || !asksSomething(request.url)) return;
      const body = await response.text();
      const headers = Object.fromEntries(response.headers);
      if (response.status !== 200 || exchange.errorCode !== null) {
        // Mistakes in a query's text have status 200 for who accepts application/json alone.
        const init = { status: response.status, headers: { ...headers, ...uncached } };
        return setResponse(new fetchAPI.Response(body, init));
      }
      const tag = entityTag(body);
      const cached = cacheHeaders(exchange, tag);
      if (isKnown(request.headers.get('if-none-match'), tag)) {
        const id = { 'x-request-id': exchange.requestId };
        return setResponse(new fetchAPI.Response(null, { status: 304, headers: { ...id, ...cached } }));
      }
      setResponse(new fetchAPI.Response(body, { status: 200, headers: { ...headers, ...cached } }));
    },
  };
}

/** Pages and probes are no answers. */
function asksSomething(url: string): boolean {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  return pathname === '/graphql' && (searchParams.has('query') || searchParams.has('extensions'));
}
