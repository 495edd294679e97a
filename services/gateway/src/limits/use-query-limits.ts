// Refuses a query that is too deep, too wide or too costly, after it is validated and before it runs. (Yoga plugin)
import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Limits } from './limits.ts';
import { measureQuery } from './measure-query.ts';

export function useQueryLimits(limits: Limits): Plugin {
  return {
    onExecute({ args: { schema, document, operationName, variableValues } }) {
      const operation = getOperationAST(document, operationName);
      if (!operation) return; // the executor says what is wrong
      measureQuery({ schema, document, operation, variables: variableValues ?? {} }, limits);
    },
  };
}
