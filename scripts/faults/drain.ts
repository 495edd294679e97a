// SIGTERM while hundreds of requests are under way over connections kept alive: none that was accepted is cut.
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { askedEveryTime, questions } from './database-away.ts';
import { holdReaders } from './exhausted-pool.ts';
import { startGateway } from './gateway-process.ts';
import type { ServerToHarm } from './server-to-harm.ts';
import { bodyNeverSent, type KnownQuestion, learn } from './steady-load.ts';

export interface DrainOutcome {
  /** Requests that were under way when the signal came, and that came in on kept connections after it. */
  readonly underWay: number;
  readonly afterwards: number;
  readonly right: number;
  /** 503 with Retry-After, where the lock was held for too long: a whole answer too. */
  readonly unavailable: number;
  /** Anything else: cut, or wrong. */
  readonly faults: readonly string[];
  /** Whether a new connection was refused in the end. */
  readonly refusedAfter: boolean;
  readonly exitCode: number | null;
  /** From the signal to the end of the process. */
  readonly endedAfterMs: number;
  /** Requests told of in the log, of those that were answered: nothing of it may be lost. */
  readonly logged: number;
}

/** Connections that are kept alive beside those of the requests under way. */
const kept = 20;

/** Sends so many at once, slow ones all, and the signal while they are under way. */
export async function drainUnderLoad(server: ServerToHarm, underWay: number): Promise<DrainOutcome> {
  const gateway = await startGateway({ DATABASE_URL: server.url, DRAIN_MS: '1500', POOL_SIZE: '30' });
  const agent = new Agent({ keepAlive: true, maxSockets: underWay + kept });
  const known = await Promise.all(questions.map((query) => learn(gateway.url, query)));
  const send = (i: number) => sendOn(agent, gateway.url, known[i % known.length]);
  const warm = await Promise.all(Array.from({ length: kept }, (_, i) => send(i)));
  const letGo = await holdReaders(server);
  const slow = known[questions.indexOf(askedEveryTime)];
  const first = Array.from({ length: underWay }, () => sendOn(agent, gateway.url, slow));
  await allIn(gateway.url, underWay);
  const ended = gateway.terminate();
  const afterwards = Array.from({ length: kept }, (_, i) => send(i)); // accepted: it drains, and closes later
  await sleep(200);
  await letGo();
  const outcomes = [...warm, ...(await Promise.all([...first, ...afterwards]))];
  const { code, ms } = await ended;
  const refused = await sendOn(new Agent(), gateway.url, known[0]);
  agent.destroy();
  return {
    underWay,
    afterwards: afterwards.length,
    right: outcomes.filter((outcome) => outcome === 'right').length,
    unavailable: outcomes.filter((outcome) => outcome === 'unavailable').length,
    faults: outcomes.filter((outcome) => outcome !== 'right' && outcome !== 'unavailable'),
    refusedAfter: refused.includes('ECONNREFUSED'),
    exitCode: code,
    endedAfterMs: ms,
    logged: gateway.log.filter(({ msg }) => msg === 'answered').length - known.length,
  };
}

/** Waits until the gateway has taken so many requests in. */
async function allIn(url: string, requests: number): Promise<void> {
  for (let wait = 0; wait < 200; wait++) {
    const figures = await (await fetch(`${url}/metrics`)).text();
    if (Number(/^codeset_requests_under_way (\d+)$/m.exec(figures)?.[1]) > requests) return;
    await sleep(20);
  }
  throw new Error(`${requests} requests were not taken in within four seconds and more`);
}

/** `right`, `unavailable`, or what came instead. */
function sendOn(agent: Agent, url: string, known: KnownQuestion | undefined): Promise<string> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${url}/graphql`, { agent, method: 'POST', headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        body += piece;
      });
      response.on('end', () => {
        if (response.statusCode === 200 && body === known?.answer) resolve('right');
        else if (response.statusCode === 503 && response.headers['retry-after']) resolve('unavailable');
        else resolve(`${response.statusCode} ${body}`);
      });
      response.on('error', (error) => resolve(`cut: ${error.message}`));
    });
    sent.on('error', (error) => resolve(`cut: ${error.message}`));
    sent.end(bodyNeverSent(known?.query ?? ''));
  });
}
