// Compiles queries that come again and again to functions, and runs those. (Yoga plugin)
import type { DocumentNode, ExecutionArgs, ExecutionResult } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import { createImmutableCache } from '../immutable-cache.ts';

/** Compiling takes a millisecond or more: it is done when a query is asked for the so many-th time. */
const worthwhile = 20;

const mebibyte = 1024 * 1024;

/** By operation name; null where it cannot be compiled. */
type CompiledOperations = Map<string, CompiledQuery | null>;

/**
 * What a compiled query answers is what the executor answers; what it says of errors is not, to the word. So where one
 * fails, the executor runs the same query again, and its errors are told.
 */
export function useCompiledQueries(from = worthwhile): Plugin<GatewayContext> {
  const uses = new WeakMap<DocumentNode, number>();
  const compiled = createImmutableCache<DocumentNode, CompiledOperations>(
    { entries: 300, bytes: 16 * mebibyte },
    ({ size }) => 50_000 * (size + 1),
  );
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const times = (uses.get(args.document) ?? 0) + 1;
      if (times < from) return void uses.set(args.document, times);
      const query = compiledQuery(compiled, args);
      if (query === null) return;
      setExecuteFn(async (given: ExecutionArgs) => {
        const answer = await settled(query, given);
        if (answer !== null && !answer.errors?.length) return answer;
        args.contextValue.answer.objects = 0; // counted from the beginning
        return await (executeFn as (args: ExecutionArgs) => ExecutionResult)(given);
      });
    },
  };
}

/** Its answer; null when it failed as a whole. */
async function settled(
  { query }: CompiledQuery,
  { rootValue, contextValue, variableValues }: ExecutionArgs,
): Promise<ExecutionResult | null> {
  try {
    return (await query(rootValue, contextValue, variableValues)) as ExecutionResult;
  } catch {
    return null; // the executor finds it again, and tells it
  }
}

function compiledQuery(
  kept: {
    get(key: DocumentNode): CompiledOperations | undefined;
    set(key: DocumentNode, value: CompiledOperations): void;
  },
  { schema, document, operationName }: ExecutionArgs,
): CompiledQuery | null {
  const operations: CompiledOperations = kept.get(document) ?? new Map();
  const name = operationName ?? '';
  const known = operations.get(name);
  if (known !== undefined) return known;
  const made = compileQuery(schema, document, operationName ?? undefined);
  const query = isCompiledQuery(made) ? made : null;
  operations.set(name, query);
  kept.set(document, operations);
  return query;
}
