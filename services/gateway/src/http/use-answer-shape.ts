// The shape of every answer: data with the releases that served it, or errors and no data. (Yoga plugin)
import { GraphQLError, getOperationAST } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { GatewayContext } from '../context.ts';
import { shapeError } from '../error-shape.ts';
import { type ExchangeCarrier, exchangeOf } from '../exchange.ts';
import { answerCost } from '../limits/answer-cost.ts';

/**
 * An answer is whole or not at all: in this graph null means that something is not there, so an answer in which
 * null also stood for “failed” could not be trusted. One error, whatever its place, takes the data away.
 */
export function useAnswerShape(log: Logger): Plugin<GatewayContext, ExchangeCarrier> {
  return {
    onExecute({ args }) {
      const { exchange, limits, releases, maps } = args.contextValue;
      exchange.operationName = getOperationAST(args.document, args.operationName)?.name?.value ?? null;
      return {
        onExecuteDone({ result, setResult }) {
          if (isAsyncIterable(result)) return;
          const conceptMaps = maps.served();
          exchange.releases = [
            ...releases.served().map(({ codeSystem, version }) => `${codeSystem} ${version}`),
            ...conceptMaps.map(({ conceptMap, version }) => `${conceptMap} ${version}`),
          ];
          exchange.lastsWith = releases.lasting();
          const extensions = {
            releases: releases.served(),
            ...(conceptMaps.length > 0 && { conceptMaps }),
            ...(exchange.measure && { cost: answerCost(exchange.measure, limits) }),
          };
          if (!result.errors?.length) setResult({ ...result, extensions });
          else setResult({ errors: result.errors, ...('data' in result ? { data: null } : {}) });
        },
      };
    },
    onResultProcess({ request, result, setResult, serverContext }) {
      if (Array.isArray(result) || isAsyncIterable(result) || !('errors' in result) || !result.errors) return;
      const exchange = exchangeOf(serverContext);
      const accept = request.headers.get('accept');
      const shaped = result.errors.map((error) => shapeError(error, exchange.requestId, accept));
      for (const [i, { masked, error }] of shaped.entries()) {
        exchange.errorCode ??= String(error.extensions['code']);
        if (masked) log.error({ requestId: exchange.requestId, err: originOf(result.errors[i]) }, 'failed');
      }
      setResult({ ...result, errors: shaped.map(({ error }) => error) });
    },
  };
}

function originOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
