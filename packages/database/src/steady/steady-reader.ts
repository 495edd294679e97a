// A reader that outlives its database: statements wait within bounds, are asked again, and go to a second database.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../connect.ts';
import type { Reader } from '../read/open-reader.ts';
import { failureKind } from './failure-kind.ts';
import { defaultPatience, type Patience, type ReaderState, type ReadObserver } from './reader-settings.ts';
import { type ReadPool, type ReadSource, readSource } from './read-source.ts';
import { seenReleases } from './seen-releases.ts';
import { statementWatch } from './statement-watch.ts';
import { turns } from './turns.ts';

export interface SteadyReaderOptions {
  /** The pool to read with; of the reader alone from here on, and ended by the caller after the reader. */
  readonly database: Database;
  /** Read from while the other is away, such as the primary of a replica; never behind it. */
  readonly fallback?: Database | undefined;
  readonly patience?: Partial<Patience>;
  readonly observer?: ReadObserver;
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
  /** A number below 1: what waits for the same thing shall not come back all at once. */
  readonly random?: () => number;
}

export interface SteadyReader {
  /** The same questions. DATABASE_UNAVAILABLE when there is no answer within the time. */
  readonly reader: Reader;
  state(): ReaderState;
  /** Asks the database something small; DATABASE_UNAVAILABLE when it does not answer within these milliseconds. */
  check(waitMs: number): Promise<void>;
  /** Ends the connections opened in place of lost ones. */
  close(): Promise<void>;
}

/** Every read is one pure select, or a few of them: asked again, it cannot do anything twice. */
export function openSteadyReader(options: SteadyReaderOptions): SteadyReader {
  const { database, fallback, observer = {}, now = () => performance.now(), random = Math.random } = options;
  const patience = { ...defaultPatience, ...options.patience };
  const sources = [readSource('first', database), ...(fallback ? [readSource('fallback', fallback)] : [])];
  const seen = seenReleases();
  const queue = turns({ sources, patience, now, random, observer, seen });
  const watch = statementWatch({ patience, now, lose });

  function lose(source: ReadSource, pool: ReadPool, cause: unknown): void {
    if (!source.lose(pool)) return;
    watch.giveUp(pool, cause);
    observer.changed?.(source.name, false, cause);
    queue.lookAround();
  }

  async function once(question: keyof Reader, asked: unknown[], source: ReadSource): Promise<unknown> {
    const { pool } = source;
    const ended = observer.statement?.(question);
    try {
      const ask = pool.reader[question] as (...asked: unknown[]) => Promise<unknown>;
      const answer = await watch.over(source, pool, ask(...asked));
      ended?.();
      return answer;
    } catch (error) {
      ended?.(error);
      const kind = failureKind(error);
      if (kind === 'gone' || kind === 'refused') lose(source, pool, error);
      throw error;
    } finally {
      queue.leave(source);
    }
  }

  /** A list counts only if it comes from the database that still serves, so that no request mixes two states. */
  function accept(question: string, source: ReadSource, answer: unknown): boolean {
    if (!seen.isList(question)) return true;
    if (source !== queue.serving()) return false;
    observer.listed?.(question, seen.note(question, source.name, answer));
    return true;
  }

  async function run(question: keyof Reader, asked: unknown[], waitMs: number): Promise<unknown> {
    const end = now() + waitMs + patience.lostMs;
    let left = waitMs; // only waiting counts: a statement that has taken long may still be asked again
    let cause: unknown;
    for (let attempt = 1; ; attempt++) {
      const began = now();
      const source = await queue.enter(Math.min(began + left, end), cause);
      left -= now() - began;
      try {
        const answer = await once(question, asked, source);
        if (accept(question, source, answer)) return answer;
      } catch (error) {
        if (failureKind(error) === 'query') throw error;
        cause = error;
      }
      observer.retried?.(question);
      if (attempt > 1 || failureKind(cause) === 'passing') {
        await sleep(random() * Math.min(20 * 2 ** attempt, 250));
      }
    }
  }

  const questions = Object.keys(sources[0]?.pool.reader ?? {}) as (keyof Reader)[];
  const steady = questions.map((question) => [
    question,
    (...asked: unknown[]) => run(question, asked, patience.waitMs),
  ]);
  return {
    reader: Object.fromEntries(steady) as unknown as Reader, // the same names with the same signatures
    state: queue.state,
    check: async (waitMs) => void (await run('listCodeSystems', [], waitMs)),
    close: async () => void (await Promise.all(sources.map((source) => source.close()))),
  };
}
