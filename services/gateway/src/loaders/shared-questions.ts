// Questions of many requests about what never changes, put together: while statements are under way, keys gather for the next.
import type { Reader } from '@codeset/database/read';

/** Asks for the rows of many keys; `of` is what they are keys of. What belongs to one key must not depend on the others. */
export type ListQuestion<Of, Key, Row> = (
  reader: Reader,
  of: Of,
  keys: readonly Key[],
) => Promise<readonly Row[]>;

/** Asks; the rows are those of the keys, and may be those of others besides. */
export type AskShared = <Of, Key, Row>(
  list: ListQuestion<Of, Key, Row>,
  of: Of,
  keys: readonly Key[],
) => Promise<readonly Row[]>;

/** Statements of one question at once; the next keys gather meanwhile. */
const atOnce = 2;

/** A statement is not made larger than so many keys by gathering. */
const keysAtMost = 500;

interface Asked<Key, Row> {
  readonly keys: readonly Key[];
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Shares statements among the requests of a process. With one request at a time nothing is different; with many, one
 * statement answers several, so that a statement's own cost is paid once for them. Each `list` is a question of its own.
 */
export function sharedQuestions(reader: Reader): AskShared {
  const gatherings = new Map<unknown, Map<unknown, Gathering<never, never>>>();
  return <Of, Key, Row>(list: ListQuestion<Of, Key, Row>, of: Of, keys: readonly Key[]) => {
    const ofQuestion = gatherings.get(list) ?? new Map<unknown, Gathering<never, never>>();
    gatherings.set(list, ofQuestion);
    const known = ofQuestion.get(of) as Gathering<Key, Row> | undefined; // what stands under `list` is of its types
    const gathering =
      known ??
      new Gathering<Key, Row>(
        (asked) => list(reader, of, asked),
        () => ofQuestion.delete(of),
      );
    if (!known) ofQuestion.set(of, gathering as unknown as Gathering<never, never>);
    return gathering.ask(keys);
  };
}

/** The keys that wait for one question; `idle` is called when none is left. */
class Gathering<Key, Row> {
  readonly #list: (keys: readonly Key[]) => Promise<readonly Row[]>;
  readonly #idle: () => void;
  #waiting: Asked<Key, Row>[] = [];
  #underWay = 0;

  constructor(list: (keys: readonly Key[]) => Promise<readonly Row[]>, idle: () => void) {
    this.#list = list;
    this.#idle = idle;
  }

  ask(keys: readonly Key[]): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ keys, resolve, reject });
      this.#begin();
    });
  }

  #begin(): void {
    if (this.#underWay >= atOnce || this.#waiting.length === 0) return;
    const together = this.#takeSome();
    this.#underWay += 1;
    void this.#answer(together).finally(() => {
      this.#underWay -= 1;
      this.#begin();
      if (this.#underWay === 0) this.#idle();
    });
  }

  #takeSome(): readonly Asked<Key, Row>[] {
    let [count, keys] = [0, 0];
    for (const asked of this.#waiting) {
      keys += asked.keys.length;
      if (count > 0 && keys > keysAtMost) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  /** What one of the keys makes fail is asked again for each alone: one request's key must not be another's error. */
  async #answer(together: readonly Asked<Key, Row>[]): Promise<void> {
    const [first, ...others] = together;
    if (!first) return;
    if (others.length === 0) return await this.#answerAlone(first);
    try {
      const rows = await this.#list([...new Set(together.flatMap(({ keys }) => keys))]);
      for (const { resolve } of together) resolve(rows);
    } catch (error) {
      if (isOfValues(error)) for (const asked of together) await this.#answerAlone(asked);
      else for (const { reject } of together) reject(error);
    }
  }

  async #answerAlone({ keys, resolve, reject }: Asked<Key, Row>): Promise<void> {
    try {
      resolve(await this.#list(keys));
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
