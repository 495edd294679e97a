// One request and its answer, as the log tells of them.
import type { QueryMeasure } from './limits/measure-query.ts';

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
}

/** What yoga hands from hook to hook for one request; the exchange is put there when the request comes in. */
export interface ExchangeCarrier {
  exchange?: Exchange;
}

/** The exchange of a request. Throws for a request that did not come in through `useRequestId`. */
export function exchangeOf(carrier: ExchangeCarrier): Exchange {
  if (!carrier.exchange) throw new Error('the request has no exchange: useRequestId must come first');
  return carrier.exchange;
}
