// One line in the log for each request that was answered. (Yoga plugin)
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Exchange, ExchangeCarrier, SentAnswer } from '../exchange.ts';

/** Asked every few seconds by machines; its lines are for debugging. */
const probe = '/ready';

/** Writes the line of one request. */
export type LogAnswer = (exchange: Exchange, answer: SentAnswer) => void;

export function logAnswers(log: Logger, clock: () => Date): LogAnswer {
  return (exchange, { method, path, status }) => {
    const { requestId, receivedAt, operationName, releases, measure, errorCode } = exchange;
    const line = {
      requestId,
      method,
      path,
      operationName,
      releases,
      status,
      ...(measure === null ? {} : { cost: measure }),
      ...(errorCode === null ? {} : { errorCode }),
      ms: clock().getTime() - receivedAt.getTime(),
    };
    if (path === probe) log.debug(line, 'answered');
    else log.info(line, 'answered');
  };
}

export function useRequestLog(logAnswer: LogAnswer): Plugin<object, ExchangeCarrier> {
  return {
    onResponse({ request, response, serverContext }) {
      if (!serverContext.exchange) return; // yoga answers /live before any plugin is asked
      const path = new URL(request.url, 'http://localhost').pathname;
      logAnswer(serverContext.exchange, { method: request.method, path, status: response.status });
    },
  };
}
