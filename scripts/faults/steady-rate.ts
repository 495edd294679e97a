// A steady rate: so many requests a second, whatever their answers do.

export interface SteadyRate<Outcome> {
  /** Outcomes so far, in the order in which they came. */
  readonly outcomes: readonly Outcome[];
  /** Sends no more, and waits for the answers that are due. */
  end(): Promise<readonly Outcome[]>;
}

/** Begins to send; `send` is given the number of the request, from 0, and must not fail. */
export function steadyRate<Outcome>(
  perSecond: number,
  send: (nth: number) => Promise<Outcome>,
): SteadyRate<Outcome> {
  const began = performance.now();
  const outcomes: Outcome[] = [];
  const due = new Set<Promise<void>>();
  let sent = 0;
  const sendNext = () => {
    const asked = send(sent++).then((outcome) => {
      outcomes.push(outcome);
      due.delete(asked);
    });
    due.add(asked);
  };
  const timer = setInterval(() => {
    while (sent < ((performance.now() - began) / 1_000) * perSecond) sendNext();
  }, 5);
  return {
    outcomes,
    async end() {
      clearInterval(timer);
      await Promise.all(due);
      return outcomes;
    },
  };
}
