// Takes the statements of a request level by level: those of the next wait until all of this one have answers.
import type { Reader } from '@codeset/database/read';
import type { AskShared, SharedQuestion } from './shared-questions.ts';

/**
 * Without it, what is loaded after two statements side by side is one batch or two, as they happen to come back.
 * With it the number of statements depends on the query alone, and is as small as can be.
 */
export interface RequestLevels {
  /** The reader, whose statements count as under way until they have answers. */
  readonly reader: Reader;
  /** Puts a batch off to the next level; DataLoader's `batchScheduleFn`. */
  readonly schedule: (dispatch: () => void) => void;
  /** Counts something else that asks the database as under way, until it has its answer. */
  track<T>(asked: Promise<T>): Promise<T>;
  /** Asks what other requests may ask at the same time, too: what never changes, by key. */
  readonly ask: AskShared;
  /** Asks for something that is no batch at the next level. */
  next<T>(ask: () => Promise<T>): Promise<T>;
}

/** The levels of a new request; its reader is opened when it is needed. Alone it asks by itself what others could share. */
export function requestLevels(
  open: () => Reader,
  shared: AskShared = (question, of, keys) => question(open(), of, keys),
): RequestLevels {
  return new Levels(open, shared);
}

/** A class, since most requests ask for nothing that is not kept: what belongs to asking is made when it is used. */
class Levels implements RequestLevels {
  readonly #open: () => Reader;
  readonly #shared: AskShared;
  #tracked: Reader | undefined;
  #schedule: ((dispatch: () => void) => void) | undefined;
  #waiting: (() => void)[] = [];
  #underWay = 0;
  #planned = false;

  constructor(open: () => Reader, shared: AskShared) {
    this.#open = open;
    this.#shared = shared;
  }

  get reader(): Reader {
    this.#tracked ??= trackedReader(this.#open(), this);
    return this.#tracked;
  }

  get schedule() {
    this.#schedule ??= (dispatch) => this.#put(dispatch);
    return this.#schedule;
  }

  async track<T>(statement: Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await statement;
    } finally {
      this.#underWay -= 1;
      setImmediate(() => this.#plan());
    }
  }

  ask<Of, Key, Answer>(
    question: SharedQuestion<Of, Key, Answer>,
    of: Of,
    keys: readonly Key[],
  ): Promise<Answer> {
    return this.track(this.#shared(question, of, keys));
  }

  next<T>(ask: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => this.#put(() => ask().then(resolve, reject)));
  }

  #put(dispatch: () => void): void {
    this.#waiting.push(dispatch);
    this.#plan();
  }

  #plan(): void {
    if (this.#planned || this.#underWay > 0 || this.#waiting.length === 0) return;
    this.#planned = true;
    setImmediate(() => this.#begin()); // after everything that this level's answers lead to has asked
  }

  #begin(): void {
    this.#planned = false;
    if (this.#underWay > 0) return; // the last answer plans the next level
    const level = this.#waiting;
    this.#waiting = [];
    for (const dispatch of level) dispatch();
  }
}

/** The same questions, each answer tracked. */
function trackedReader(reader: Reader, levels: RequestLevels): Reader {
  return new Proxy(reader, {
    get(questions, name) {
      const ask = Reflect.get(questions, name) as (...asked: unknown[]) => Promise<unknown>;
      return (...asked: unknown[]) => levels.track(ask(...asked));
    },
  });
}
