// Ends a request that takes too long, and tells whether it asked for too much or the database does not answer. (Yoga plugin)
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reader } from '@codeset/database/read';
import { CodesetError } from '@codeset/terminology';
import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import { isStatementCutOff } from '../error-shape.ts';
import type { Limits } from './limits.ts';
import { beyondLimit } from './refuse.ts';
import { within } from './within-time.ts';

/** How long a database that answers takes at most for its list of releases. */
const promptMs = 1_000;

const advice = 'Ask for less at once. What is made only once may be there when you ask again.';

/**
 * No more statements are begun for a request whose time is over; those under way are not waited for. What takes too
 * long while the database answers others is the client's to change; where it answers nobody, it is DATABASE_UNAVAILABLE.
 */
export function useRequestTime(limits: Limits, reader: Reader): Plugin<GatewayContext> {
  const late = async (found: number, tooMuch: () => CodesetError) =>
    (await answersPromptly(reader)) ? tooMuch() : silent(found);
  return {
    onExecute({ args: { contextValue }, executeFn, setExecuteFn }) {
      const { exchange } = contextValue;
      const { begun } = exchange;
      setExecuteFn(async (args) => {
        const work = Promise.resolve(executeFn(args));
        const result = await within(limits.requestMs, begun, work, async (found) => {
          exchange.isOver = true;
          return await late(found, () => beyondLimit('requestMs', limits, found, advice));
        });
        if (isAsyncIterable(result)) return result;
        const cut = result.errors?.find(isStatementCutOff);
        if (!cut) return result;
        const found = Math.round(performance.now() - begun);
        const origin = await late(found, () => statementTooLong(limits));
        return {
          errors: [new GraphQLError(origin.message, { path: cut.path ?? null, originalError: origin })],
        };
      });
    },
  };
}

/** Whether the database answers a small question at once. */
async function answersPromptly(reader: Reader): Promise<boolean> {
  const answer = reader.listPublishedReleases().then(
    () => true,
    () => false,
  );
  return await Promise.race([answer, sleep(promptMs, false, { ref: false })]);
}

/** Postgres does not tell for how long a statement would have run: it ran for as long as it may. */
function statementTooLong(limits: Limits): CodesetError {
  const maximum = limits.statementMs;
  const message = `A statement was cut off at the limit \`statementMs\` of ${maximum}. ${advice}`;
  const details = { limit: 'statementMs', maximum, found: maximum };
  return new CodesetError('QUERY_TOO_EXPENSIVE', message, { details });
}

function silent(found: number): CodesetError {
  const message = `The database did not answer in ${found} ms.`;
  return new CodesetError('DATABASE_UNAVAILABLE', message);
}
