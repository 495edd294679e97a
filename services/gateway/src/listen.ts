// Serves over HTTP, and stops without cutting anyone off.
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodesetError } from '@codeset/terminology';
import type { Draining } from './http/use-readiness.ts';
import { type RequestsUnderWay, requestsUnderWay } from './requests-under-way.ts';

/** Where to listen, and how patiently to stop. */
export interface ListenOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Milliseconds between “not ready” and closing, for balancers to notice; 0 when absent. */
  readonly drainMs?: number;
}

/** A gateway that listens. */
export interface Listening {
  /** `http://127.0.0.1:4000` */
  readonly url: string;
  /** The port of the figures, where they have one of their own. */
  readonly metricsPort?: number;
  /** Readiness off, answers with `Connection: close`, no new connections, then waits for requests under way. */
  close(): Promise<void>;
}

/** Who counts requests. */
export interface RequestWatch {
  begin(request: IncomingMessage): WatchedRequest;
  end(response: ServerResponse, begun: WatchedRequest): void;
}

/** A request as it came in. */
export interface WatchedRequest {
  /** As `performance.now()` told it. */
  readonly began: number;
  readonly kind: string;
}

/** What the server tells while it serves. */
export interface Serving {
  /** Milliseconds that a request may take: so long those under way are waited for when it stops. */
  readonly requestMs: number;
  /** Set when it begins to stop. */
  readonly draining: Draining;
  /** Told of every request when it comes in, and when its answer is through or cut off. */
  readonly watch?: RequestWatch;
  /** Answers a request by what it is given, with something around it. */
  readonly around?: (request: IncomingMessage, response: ServerResponse, answer: () => void) => void;
  /** Called when it has stopped. */
  readonly closed?: () => void;
}

/** Starts to listen. ENVIRONMENT when the port or host cannot be had. */
export async function listen(
  handle: RequestListener,
  serving: Serving,
  options: ListenOptions,
): Promise<Listening> {
  const { draining, watch, around, closed } = serving;
  const underWay = requestsUnderWay<WatchedRequest | undefined>();
  function ended(this: ServerResponse): void {
    const begun = underWay.end(this);
    if (begun) watch?.end(this, begun);
  }
  const server = createServer({ requestTimeout: 30_000, keepAliveTimeout: 65_000 }, (request, response) => {
    if (draining.started) response.setHeader('connection', 'close');
    underWay.begin(response, watch?.begin(request));
    response.on('close', ended); // one function for all: a closure for each is a measurable part of a short answer
    if (around) around(request, response, () => handle(request, response));
    else handle(request, response);
  });
  await bind(server, options);
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(server, options.host),
    close() {
      closing ??= drain(server, underWay, serving, options).finally(() => closed?.());
      return closing;
    },
  };
}

async function bind(server: Server, { port, host }: ListenOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `Cannot listen on ${host}:${port}: ${cause.message}. Set PORT or HOST to another.`;
      reject(new CodesetError('ENVIRONMENT', message, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What is still under way this long after every request has been answered or refused is no request of ours. */
const marginMs = 1_000;

/** Requests that came in before are told too: a connection kept alive would hold the server up after its answer. */
async function drain(
  server: Server,
  underWay: RequestsUnderWay<unknown>,
  { draining, requestMs }: Pick<Serving, 'draining' | 'requestMs'>,
  options: ListenOptions,
): Promise<void> {
  draining.started = true;
  for (const response of underWay.responses())
    if (!response.headersSent) response.setHeader('connection', 'close');
  await sleep(options.drainMs ?? 0);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), requestMs + marginMs);
  const idle = setInterval(() => server.closeIdleConnections(), 100); // whose answer had begun before the drain
  await closed;
  clearTimeout(cutOff);
  clearInterval(idle);
}
