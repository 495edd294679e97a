// Runs one query in-process: the same path as over HTTP, with the same limits and errors.
import type { Gateway } from './server.ts';

/** A query with what goes with it. */
export interface QueryToRun {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Needed when the text holds several operations. */
  readonly operationName?: string;
}

/** What came of it. */
export interface QueryAnswer {
  /** The HTTP status that a client would get; 200 when there are data. */
  readonly status: number;
  /** `data` and `extensions`, or `errors`. */
  readonly body: unknown;
}

/** Runs the query; errors are in the answer, never thrown. */
export async function runQuery(gateway: Gateway, query: QueryToRun): Promise<QueryAnswer> {
  const response = await gateway.fetch(
    new Request('http://gateway/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, */*' },
      body: JSON.stringify(query),
    }),
  );
  return { status: response.status, body: await response.json() };
}
