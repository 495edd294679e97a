// Runs a plain question by yoga's own enveloped functions, so that every limit and plugin holds.
import { type DocumentNode, type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { Exchange, ExchangeCarrier } from '../exchange.ts';
import { createImmutableCache } from '../immutable-cache.ts';
import type { PlainParams } from './plain-params.ts';
import { WorkTurns } from './work-turns.ts';

/** What came of it: the answer's text, or what yoga is to go on with. */
export interface Executed extends ExchangeCarrier {
  readonly exchange: Exchange;
  /** Null where yoga must answer. */
  readonly text: string | null;
}

/** Runs the question; null parameters, and what is not a valid query, are left to yoga. */
export type RunPlain = (params: PlainParams | null, exchange: Exchange) => Promise<Executed>;

/** Yoga's functions, with every plugin of ours around them. */
export interface Enveloped {
  readonly schema: unknown;
  parse(query: string): DocumentNode;
  validate(schema: unknown, document: DocumentNode): readonly unknown[];
  execute(args: object): unknown;
}

const mebibyte = 1024 * 1024;

/** Runs questions by what `envelop` gives, in contexts of ours. */
export function runPlain(
  envelop: (carrier: object) => Enveloped,
  contextOf: (exchange: Exchange) => GatewayContext,
): RunPlain {
  /** Documents that are known to be valid, by text. */
  const valid = createImmutableCache<string, DocumentNode>(
    { entries: 1_000, bytes: 8 * mebibyte },
    (document) => 20 * (document.loc?.end ?? 0) + 1_000,
  );
  const { schema, execute } = envelop({});
  const turns = new WorkTurns();
  return async (params, exchange) => {
    if (params === null) return { exchange, text: null };
    const waiting = turns.enter();
    if (waiting !== null) await waiting;
    const { query, variables, operationName } = params;
    const known = valid.get(query);
    const document = known ?? validDocument(envelop({ exchange, params }), query);
    const operation = document && getOperationAST(document, operationName);
    if (!document || operation?.operation !== 'query') return { exchange, text: null };
    if (!known) valid.set(query, document);
    const args = {
      schema,
      document,
      variableValues: variables,
      operationName,
      contextValue: contextOf(exchange),
    };
    const outcome = await executed(execute, args);
    if (outcome.errors?.length || !('data' in outcome)) return { exchange, text: null, outcome };
    return { exchange, text: JSON.stringify(outcome) };
  };
}

function validDocument({ parse, validate, schema }: Enveloped, query: string): DocumentNode | null {
  try {
    const document = parse(query);
    return validate(schema, document).length === 0 ? document : null;
  } catch {
    return null; // yoga comes to the same, and tells it
  }
}

/** The result, or what was thrown as one. */
async function executed(execute: Enveloped['execute'], args: object): Promise<ExecutionResult> {
  try {
    return (await execute(args)) as ExecutionResult;
  } catch (error) {
    return { errors: [error instanceof GraphQLError ? error : asGraphQL(error)] };
  }
}

function asGraphQL(error: unknown): GraphQLError {
  const message = error instanceof Error ? error.message : String(error);
  return new GraphQLError(message, error instanceof Error ? { originalError: error } : {});
}
