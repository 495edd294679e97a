// Steady load over HTTP, each answer held to what it was before.
import { type SteadyRate, steadyRate } from './steady-rate.ts';

/** A question whose answer is known. */
export interface KnownQuestion {
  readonly query: string;
  /** The whole body of its answer. */
  readonly answer: string;
}

/** One request and what came of it. */
export interface Outcome {
  /** Milliseconds of the load's clock. */
  readonly sentAt: number;
  readonly endedAt: number;
  /** `right`: 200 with the known answer. `unavailable`: 503 with Retry-After. Anything else is a fault. */
  readonly kind: 'right' | 'unavailable' | 'fault';
  /** What a fault was. */
  readonly what?: string;
}

export interface SteadyLoad extends SteadyRate<Outcome> {
  /** Milliseconds since the load began. */
  clock(): number;
}

/** Asks a question once, to know its answer. */
export async function learn(url: string, query: string): Promise<KnownQuestion> {
  const response = await post(url, query);
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`${query} was answered with ${response.status}: ${answer}`);
  return { query, answer };
}

/** Begins to send the questions in turn. */
export function steadyLoad(url: string, questions: readonly KnownQuestion[], perSecond: number): SteadyLoad {
  const began = performance.now();
  const clock = () => performance.now() - began;
  const rate = steadyRate(perSecond, async (nth): Promise<Outcome> => {
    const sentAt = clock();
    const result = await ask(url, oneOf(questions, nth));
    return { sentAt, endedAt: clock(), ...result };
  });
  return { ...rate, clock };
}

function oneOf(questions: readonly KnownQuestion[], nth: number): KnownQuestion {
  const question = questions[nth % questions.length];
  if (!question) throw new Error('there is nothing to ask');
  return question;
}

async function ask(url: string, { query, answer }: KnownQuestion): Promise<Pick<Outcome, 'kind' | 'what'>> {
  try {
    const response = await post(url, query);
    const body = await response.text();
    if (response.status === 200 && body === answer) return { kind: 'right' };
    if (response.status === 503 && Number(response.headers.get('retry-after')) > 0)
      return { kind: 'unavailable' };
    return { kind: 'fault', what: `${response.status} ${body.slice(0, 300)}` };
  } catch (error) {
    const { message, cause } = error as Error;
    return { kind: 'fault', what: `${message}: ${cause instanceof Error ? cause.message : ''}` };
  }
}

let bodies = 0;

/**
 * The body of a request that nobody has sent before: a variable that the query does not use makes it another one, so that
 * no answer is there already.
 */
export function bodyNeverSent(query: string): string {
  bodies += 1;
  return JSON.stringify({ query, variables: { nth: bodies } });
}

function post(url: string, query: string): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: bodyNeverSent(query),
    signal: AbortSignal.timeout(60_000),
  });
}
