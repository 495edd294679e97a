// A gateway on a real port over a database that a test brings; imported by tests only.
import type { ReadClient } from '@codeset/database/read';
import { pino } from 'pino';
import type { Registered } from './persisted-operations.ts';
import type { Limits } from './limits/limits.ts';
import type { Listening } from './listen.ts';
import { runQuery } from './run-query.ts';
import { createGateway, type Gateway } from './server.ts';

/** An answer as a client gets it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into JSON of many shapes
  readonly body: any;
}

/** The database of a test: what the gateway reads with, and how it goes away. */
export interface DatabaseUnderTest {
  readonly reader: ReadClient;
  drop(): Promise<void>;
}

export interface GatewayUnderTest<D> {
  readonly gateway: Gateway;
  readonly listening: Listening;
  readonly database: D;
  /** SQL statements sent for requests since it was last emptied. */
  readonly statements: string[];
  /** Lines of the log, as objects. */
  readonly log: Record<string, unknown>[];
  /** POST /graphql with a JSON body. */
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  /** The same of a gateway that has just started, and so has seen nothing; how many SQL statements it took. */
  countAfresh(query: string): Promise<number>;
  /** Closes the gateway and drops the database. */
  close(): Promise<void>;
}

export interface UnderTestOptions {
  readonly limits?: Partial<Limits>;
  /** Today, for the gateway; 2026-01-15 when absent. */
  readonly today?: string;
  /** 0 when absent: a test that publishes sees it at once. */
  readonly publishedMaxAgeMs?: number;
  /** 1 when absent: every query is compiled. */
  readonly compileFrom?: number;
  readonly registered?: Registered;
}

/** Starts a gateway over the database. */
export async function gatewayUnderTest<D extends DatabaseUnderTest>(
  database: D,
  options: UnderTestOptions = {},
): Promise<GatewayUnderTest<D>> {
  const { statements, log } = { statements: [] as string[], log: [] as Record<string, unknown>[] };
  // The driver's own statements, which look types up for each new connection, are left out.
  database.reader.options.debug = (_connection, text) => text.includes('codeset') && statements.push(text);
  const made = {
    database: database.reader,
    limits: options.limits ?? {},
    publishedMaxAgeMs: options.publishedMaxAgeMs ?? 0,
    compileFrom: options.compileFrom ?? 1,
    registered: options.registered ?? null,
    clock: () => new Date(`${options.today ?? '2026-01-15'}T12:00:00Z`),
  };
  const gateway = createGateway({
    ...made,
    log: pino({ level: 'debug' }, { write: (line: string) => log.push(JSON.parse(line)) }),
  });
  const listening = await gateway.listen({ port: 0, host: '127.0.0.1' });
  return {
    gateway,
    listening,
    database,
    statements,
    log,
    ask: (query, variables = {}, headers = {}) =>
      send(`${listening.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    async countAfresh(query) {
      statements.length = 0;
      const { status, body } = await runQuery(createGateway(made), { query });
      if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
      return statements.length;
    },
    async close() {
      await listening.close();
      await database.drop();
    },
  };
}

/** Sends a request and reads a JSON answer; the body is text where it is no JSON. */
export async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? JSON.parse(text) : text,
  };
}
