// What may change in the database, kept by the process and never older than a given time when it is used.

/** What was read, with a number that changes when what it says does. */
export interface FreshReading<Value> {
  readonly value: Value;
  readonly generation: number;
}

export interface FreshValue<Value> {
  /** As it was at most `maxAgeMs` ago: at once where that is known, else when it has been read. */
  readonly current: () => FreshReading<Value> | Promise<FreshReading<Value>>;
  /** The same where it is known at once; null where it would have to be read. */
  readonly known: () => FreshReading<Value> | null;
  /** Says that it may have changed: what was read before now is not used any more. */
  readonly expire: () => void;
}

/** Where it comes from, and how old it may be. */
export interface FreshValueOptions<Value> {
  readonly read: () => Promise<Value>;
  /** A text that differs where two values differ. */
  readonly describe: (value: Value) => string;
  /** 0 reads it each time. */
  readonly maxAgeMs: number;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

interface Known<Value> {
  readonly startedAt: number;
  readonly text: string;
  readonly reading: FreshReading<Value>;
}

/**
 * Nothing is read before the first question, and nothing while nobody asks: from half the age on, a question has it
 * read anew without waiting. Its age counts from when the database was asked, so that it is never older than it says.
 */
export function freshValue<Value>(options: FreshValueOptions<Value>): FreshValue<Value> {
  const { read, describe, maxAgeMs, now } = options;
  let known: Known<Value> | null = null;
  let underWay: { readonly startedAt: number; readonly answer: Promise<FreshReading<Value>> } | null = null;
  let expiredAt = Number.NEGATIVE_INFINITY;
  const usable = (startedAt: number) => startedAt > expiredAt && now() - startedAt < maxAgeMs;

  const readAnew = (): Promise<FreshReading<Value>> => {
    const startedAt = now();
    const answer = read().then((value) => {
      if (known === null || known.startedAt <= startedAt) {
        known = { startedAt, ...told(value, describe(value), known) };
      }
      return known.reading;
    });
    const mine = { startedAt, answer };
    underWay = mine;
    const end = () => {
      if (underWay === mine) underWay = null;
    };
    answer.then(end, end);
    return answer;
  };
  const knownNow = (): FreshReading<Value> | null => {
    if (known === null || !usable(known.startedAt)) return null;
    const halfWay = now() - known.startedAt > maxAgeMs / 2;
    if (halfWay && underWay === null) readAnew().catch(() => undefined); // who needs it asks again, and is told
    return known.reading;
  };
  return {
    known: knownNow,
    current: () =>
      knownNow() ?? (underWay !== null && usable(underWay.startedAt) ? underWay.answer : readAnew()),
    expire() {
      expiredAt = now();
    },
  };
}

/** The reading as it was where the value says the same. */
function told<Value>(value: Value, text: string, before: Known<Value> | null) {
  if (before !== null && before.text === text) return { text, reading: before.reading };
  return { text, reading: { value, generation: (before?.reading.generation ?? 0) + 1 } };
}
