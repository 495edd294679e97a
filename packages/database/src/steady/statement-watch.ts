// Watches statements that are under way, so that none waits for ever on a connection that is dead without a word.
import type { Patience } from './reader-settings.ts';
import type { ReadPool, ReadSource } from './read-source.ts';

export interface StatementWatch {
  /** The answer; or the error CONNECTION_CLOSED when its pool is taken for lost. */
  over(source: ReadSource, pool: ReadPool, asked: Promise<unknown>): Promise<unknown>;
  /** Fails what is under way on a pool that is given up: it may be stuck, and reading again does no harm. */
  giveUp(pool: ReadPool, cause: unknown): void;
}

export interface WatchOptions {
  readonly patience: Patience;
  readonly now: () => number;
  /** Told of a pool that does not answer; gives it up. */
  readonly lose: (source: ReadSource, pool: ReadPool, cause: unknown) => void;
}

interface UnderWay {
  readonly source: ReadSource;
  readonly pool: ReadPool;
  readonly began: number;
  lookAt: number;
  readonly fail: (error: unknown) => void;
}

/** Looks twice a second while there is something to watch. */
export function statementWatch({ patience, now, lose }: WatchOptions): StatementWatch {
  const underWay = new Set<UnderWay>();
  let timer: NodeJS.Timeout | undefined;
  const look = async (silent: UnderWay) => {
    const { source, pool, began } = silent;
    silent.lookAt = now() + 3 * patience.silenceMs;
    if (now() - began > patience.lostMs) return lose(source, pool, lost(undefined));
    const lookAgain = () => source.look([]); // one look may come to nothing where the machine itself is overloaded
    await source
      .look([])
      .catch(lookAgain)
      .catch((error: unknown) => lose(source, pool, error));
  };
  const watch = () => {
    const [oldest] = underWay;
    if (oldest && now() > oldest.lookAt) void look(oldest);
    if (underWay.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
  return {
    giveUp(pool, cause) {
      for (const each of underWay) if (each.pool === pool) each.fail(lost(cause));
    },
    over(source, pool, asked) {
      return new Promise((resolve, reject) => {
        const began = now();
        const entry = { source, pool, began, lookAt: began + patience.silenceMs, fail: reject };
        underWay.add(entry);
        timer ??= setInterval(watch, Math.min(500, patience.silenceMs)).unref();
        asked.then(resolve, reject).finally(() => underWay.delete(entry));
      });
    },
  };
}

function lost(cause: unknown): Error {
  return Object.assign(new Error('the connection does not answer', { cause }), { code: 'CONNECTION_CLOSED' });
}
