// One request and its answer, as the log tells of them.
import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { QueryMeasure } from './limits/measure-query.ts';
import type { ListNumbers } from './published-lists.ts';

/** Filled in while the request is answered. */
export interface Exchange {
  /** Named in `x-request-id`, in masked errors and in the log. */
  readonly requestId: string;
  readonly receivedAt: Date;
  /** The same moment in milliseconds of the process, from which its time is measured. */
  readonly begun: number;
  /** The operation's name; null when it has none or was never parsed. */
  operationName: string | null;
  /** `code-system version` of each release that served it. */
  releases: readonly string[];
  /** Whether its time is over: nothing more is read for it. */
  isOver: boolean;
  /** What its query comes to; null when it was refused before it could be told. */
  measure: QueryMeasure | null;
  /** Code of the first error; null when there was none. */
  errorCode: string | null;
  /** The lists that the answer was made with, where it stays the same as long as they do; else null. */
  lastsWith: ListNumbers | null;
}

/** An answer that was sent, as the log and the metrics are told of it. */
export interface SentAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** What yoga hands from hook to hook for one request; the exchange is put there when the request comes in. */
export interface ExchangeCarrier {
  exchange?: Exchange;
  /** What came of executing it, where that was done before yoga was asked. */
  outcome?: ExecutionResult;
}

/** Letters, digits and a few signs: nothing that could break a line of a log. */
const saneId = /^[\w.:/+=-]{1,100}$/;

/** The exchange of a request that has just come in; the id is the caller's when it is a sane one, else a new one. */
export function newExchange(givenId: string | null, receivedAt: Date): Exchange {
  return {
    requestId: givenId !== null && saneId.test(givenId) ? givenId : randomUUID(),
    receivedAt,
    begun: performance.now(),
    operationName: null,
    releases: [],
    isOver: false,
    measure: null,
    errorCode: null,
    lastsWith: null,
  };
}

/** The exchange of a request. Throws for a request that did not come in through `useRequestId`. */
export function exchangeOf(carrier: ExchangeCarrier): Exchange {
  if (!carrier.exchange) throw new Error('the request has no exchange: useRequestId must come first');
  return carrier.exchange;
}
