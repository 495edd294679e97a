// codeset query: one query in-process, through the same gateway, and the JSON of its answer.
import { text } from 'node:stream/consumers';
import { createGateway, runQuery } from '@codeset/gateway';
import { CodesetError } from '@codeset/terminology';
import { destination, pino } from 'pino';
import type { CommandRun } from '../command-run.ts';

export interface QueryOptions {
  readonly variables?: string;
  readonly operationName?: string;
}

/** Exit code 0 when the answer has no errors, 1 when it has. */
export async function query(run: CommandRun, graphql: string, options: QueryOptions): Promise<number> {
  const variables = variablesOf(options.variables);
  const document = graphql === '-' ? await text(process.stdin) : graphql;
  const { operationName } = options;
  return await run.withDatabase(async ({ reader }) => {
    const log = pino({ level: run.environment.LOG_LEVEL ?? 'warn' }, destination(2));
    const { limits } = run.environment;
    const gateway = createGateway({ database: reader, limits, clock: () => new Date(), log });
    const named = operationName === undefined ? {} : { operationName };
    const { status, body } = await runQuery(gateway, { query: document, variables, ...named });
    run.output.result(body, JSON.stringify(body, null, 2));
    const failed = status >= 400 || (typeof body === 'object' && body !== null && 'errors' in body);
    return failed ? 1 : 0;
  });
}

function variablesOf(given: string | undefined): Record<string, unknown> {
  if (given === undefined) return {};
  try {
    const value: unknown = JSON.parse(given);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // told below, together with values that are JSON but no object
  }
  throw new CodesetError(
    'USAGE',
    `--variables: found ${given}, expected a JSON object such as '{"code":"E11.9"}'.`,
  );
}
