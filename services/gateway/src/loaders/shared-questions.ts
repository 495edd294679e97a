// Questions of many requests about what never changes, put together: while statements are under way, keys gather for the next.
import type { Reader } from '@codeset/database/read';

/**
 * Asks what belongs to many keys; `of` is what they are keys of. What belongs to one key must not depend on the others.
 * What comes of it is handed to all who asked, so it is put in order here, once, and not changed afterwards.
 */
export type SharedQuestion<Of, Key, Answer> = (
  reader: Reader,
  of: Of,
  keys: readonly Key[],
) => Promise<Answer>;

/** Asks; the answer is that of the keys, and may hold that of others besides. */
export type AskShared = <Of, Key, Answer>(
  question: SharedQuestion<Of, Key, Answer>,
  of: Of,
  keys: readonly Key[],
) => Promise<Answer>;

/**
 * Milliseconds that keys gather while a statement of their question is under way. Mostly it is back before: one at a
 * time then answers most requests a statement, which costs the process more than the rows it brings.
 */
const patienceMs = 10;

/** Statements of one question at once, where the first ones are slow. */
const atOnce = 4;

/** A statement is not made larger than so many keys by gathering. */
const keysAtMost = 500;

interface Asked<Key, Answer> {
  readonly keys: readonly Key[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Shares statements among the requests of a process. With one request at a time nothing is different; with many, one
 * statement answers several. Each function is a question of its own.
 */
export function sharedQuestions(reader: Reader): AskShared {
  const gatherings = new Map<unknown, Map<unknown, Gathering<never, never>>>();
  return <Of, Key, Answer>(question: SharedQuestion<Of, Key, Answer>, of: Of, keys: readonly Key[]) => {
    const ofQuestion = gatherings.get(question) ?? new Map<unknown, Gathering<never, never>>();
    gatherings.set(question, ofQuestion);
    const known = ofQuestion.get(of) as Gathering<Key, Answer> | undefined; // what stands under `question` is of its types
    const gathering =
      known ??
      new Gathering<Key, Answer>(
        (asked) => question(reader, of, asked),
        () => ofQuestion.delete(of),
      );
    if (!known) ofQuestion.set(of, gathering as unknown as Gathering<never, never>);
    return gathering.ask(keys);
  };
}

/** The keys that wait for one question; `idle` is called when none is left. */
class Gathering<Key, Answer> {
  readonly #question: (keys: readonly Key[]) => Promise<Answer>;
  readonly #idle: () => void;
  #waiting: Asked<Key, Answer>[] = [];
  #underWay = 0;
  #patience: NodeJS.Timeout | undefined;

  constructor(question: (keys: readonly Key[]) => Promise<Answer>, idle: () => void) {
    this.#question = question;
    this.#idle = idle;
  }

  ask(keys: readonly Key[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ keys, resolve, reject });
      if (this.#underWay === 0) this.#begin();
      else this.#bePatient();
    });
  }

  #begin(): void {
    if (this.#underWay >= atOnce || this.#waiting.length === 0) return;
    const together = this.#takeSome();
    this.#underWay += 1;
    void this.#answer(together).finally(() => {
      this.#underWay -= 1;
      this.#begin();
      if (this.#underWay === 0) this.#end();
      else this.#bePatient();
    });
  }

  /** What waits begins beside the statement under way if that takes long; what is more than one statement, too. */
  #bePatient(): void {
    if (this.#patience !== undefined || this.#waiting.length === 0) return;
    this.#patience = setTimeout(() => {
      this.#patience = undefined;
      this.#begin();
      this.#bePatient();
    }, patienceMs);
  }

  #end(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#idle();
  }

  #takeSome(): readonly Asked<Key, Answer>[] {
    let [count, keys] = [0, 0];
    for (const asked of this.#waiting) {
      keys += asked.keys.length;
      if (count > 0 && keys > keysAtMost) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  /** What one of the keys makes fail is asked again for each alone: one request's key must not be another's error. */
  async #answer(together: readonly Asked<Key, Answer>[]): Promise<void> {
    const [first, ...others] = together;
    if (!first) return;
    if (others.length === 0) return await this.#answerAlone(first);
    try {
      const answer = await this.#question([...new Set(together.flatMap(({ keys }) => keys))]);
      for (const { resolve } of together) resolve(answer);
    } catch (error) {
      if (isOfValues(error)) for (const asked of together) await this.#answerAlone(asked);
      else for (const { reject } of together) reject(error);
    }
  }

  async #answerAlone({ keys, resolve, reject }: Asked<Key, Answer>): Promise<void> {
    try {
      resolve(await this.#question(keys));
    } catch (error) {
      reject(error);
    }
  }
}

/** Postgres's class 22, data exception, in the error or what it was caused by: a value is at fault, not the database. */
function isOfValues(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && cause.code.startsWith('22')) return true;
  }
  return false;
}
