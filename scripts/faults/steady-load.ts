// Steady load over HTTP: so many requests a second whatever the answers do, each answer held to what it was before.

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

export interface SteadyLoad {
  /** Outcomes so far, in the order in which they came. */
  readonly outcomes: readonly Outcome[];
  /** Milliseconds since the load began. */
  clock(): number;
  /** Sends no more, and waits for the answers that are due. */
  end(): Promise<readonly Outcome[]>;
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
  const outcomes: Outcome[] = [];
  const due = new Set<Promise<void>>();
  let sent = 0;
  const sendNext = () => {
    const question = questions[sent % questions.length];
    sent += 1;
    if (!question) return;
    const sentAt = clock();
    const asked = ask(url, question).then((result) => {
      outcomes.push({ sentAt, endedAt: clock(), ...result });
      due.delete(asked);
    });
    due.add(asked);
  };
  const timer = setInterval(() => {
    while (sent < (clock() / 1000) * perSecond) sendNext();
  }, 5);
  return {
    outcomes,
    clock,
    async end() {
      clearInterval(timer);
      await Promise.all(due);
      return outcomes;
    },
  };
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

function post(url: string, query: string): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(60_000),
  });
}
