// One line in the log for each request that was answered. (Yoga plugin)
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { ExchangeCarrier } from '../exchange.ts';

/** Asked every few seconds by machines; its lines are for debugging. */
const probe = '/ready';

export function useRequestLog(log: Logger, clock: () => Date): Plugin<object, ExchangeCarrier> {
  return {
    onResponse({ request, response, serverContext }) {
      if (!serverContext.exchange) return; // yoga answers /live before any plugin is asked
      const { requestId, receivedAt, operationName, releases, measure, errorCode } = serverContext.exchange;
      const path = new URL(request.url, 'http://localhost').pathname;
      const line = {
        requestId,
        method: request.method,
        path,
        operationName,
        releases,
        status: response.status,
        ...(measure === null ? {} : { cost: measure }),
        ...(errorCode === null ? {} : { errorCode }),
        ms: clock().getTime() - receivedAt.getTime(),
      };
      if (path === probe) log.debug(line, 'answered');
      else log.info(line, 'answered');
    },
  };
}
