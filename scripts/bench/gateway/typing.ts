// Clients that type into a search box: each sends what it has typed so far at every key.
import { setTimeout as sleep } from 'node:timers/promises';

/** Who types what, and where to. */
export interface Typing {
  readonly url: string;
  /** Makes the body of the question for what is typed. */
  readonly questionOf: (typed: string) => string;
  readonly terms: readonly string[];
  readonly clients: number;
  readonly seconds: number;
}

export interface Typed {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly keys: number;
}

/** People who type fast: five keys a second. */
const keyEveryMs = 200;

/** Latency of every key in milliseconds. Throws where an answer is no 200. */
export async function typeInto({ url, questionOf, terms, clients, seconds }: Typing): Promise<Typed> {
  const latencies: number[] = [];
  const until = performance.now() + seconds * 1_000;
  const send = async (typed: string) => {
    const began = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: questionOf(typed),
    });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`“${typed}” is answered with ${response.status}`);
    latencies.push(performance.now() - began);
  };
  const type = async (client: number) => {
    await sleep((keyEveryMs * client) / clients); // people do not type in step
    for (let i = client; performance.now() < until; i += clients) {
      const term = terms[i % terms.length] ?? '';
      for (let length = 1; length <= term.length && performance.now() < until; length++) {
        await sleep(keyEveryMs);
        await send(term.slice(0, length));
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => type(client)));
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), keys: latencies.length };
}
