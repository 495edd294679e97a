// Refuses a query that is too deep, too wide or too costly, after it is validated and before it runs. (Yoga plugin)
import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import { variableValues } from './argument-values.ts';
import type { Limits } from './limits.ts';
import { measureQuery } from './measure-query.ts';

/** What was measured stands on the request's exchange. */
export function useQueryLimits(limits: Limits): Plugin<GatewayContext> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName, contextValue } = args;
      const operation = getOperationAST(document, operationName);
      if (!operation) return; // the executor says what is wrong
      const variables = variableValues(schema, operation, args.variableValues ?? {});
      if ('errors' in variables) setResultAndStopExecution({ errors: variables.errors });
      else {
        contextValue.exchange.measure = measureQuery(
          { schema, document, operation, variables: variables.values },
          limits,
        );
      }
    },
  };
}
