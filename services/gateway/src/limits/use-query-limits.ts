// Refuses a query that is too deep, too wide or too costly, after it is validated and before it runs. (Yoga plugin)
import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import { variableValues } from './argument-values.ts';
import type { Limits } from './limits.ts';
import { measureQuery } from './measure-query.ts';
import { steadyMeasures } from './steady-measures.ts';

/** What was measured stands on the request's exchange. */
export function useQueryLimits(limits: Limits): Plugin<GatewayContext> {
  const steady = steadyMeasures(limits);
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName, contextValue } = args;
      const operation = getOperationAST(document, operationName);
      if (!operation) return; // the executor says what is wrong
      const { exchange } = contextValue;
      const sent = args.variableValues ?? {};
      exchange.measure = steady.find(operation, sent);
      if (exchange.measure !== null) return;
      const variables = variableValues(schema, operation, sent);
      if ('errors' in variables) return void setResultAndStopExecution({ errors: variables.errors });
      exchange.measure = measureQuery({ schema, document, operation, variables: variables.values }, limits);
      steady.keep(operation, exchange.measure);
    },
  };
}
