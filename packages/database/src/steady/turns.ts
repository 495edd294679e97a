// Whose turn it is: statements go to the first database that is up, one a connection; the others wait in order.
import type { Patience, ReaderState, ReadObserver } from './reader-settings.ts';
import { failureKind } from './failure-kind.ts';
import { noAnswer } from './no-answer.ts';
import type { ReadSource } from './read-source.ts';
import type { SeenReleases } from './seen-releases.ts';

export interface Turns {
  /** Waits for a turn. DATABASE_UNAVAILABLE when there is none until then, or too many wait already. */
  enter(until: number, cause: unknown): Promise<ReadSource>;
  /** Ends a turn. */
  leave(source: ReadSource): void;
  /** The database that answers now; undefined when none does. */
  serving(): ReadSource | undefined;
  /** Looks whether those that are away are back. */
  lookAround(): void;
  state(): ReaderState;
}

export interface TurnsOptions {
  /** The one to prefer first. */
  readonly sources: readonly ReadSource[];
  readonly patience: Patience;
  readonly now: () => number;
  readonly random: () => number;
  readonly observer: ReadObserver;
  readonly seen: SeenReleases;
}

interface Waiting {
  readonly begin: (source: ReadSource) => void;
  readonly fail: (cause: unknown) => void;
}

/** Nobody waits yet. */
export function turns({ sources, patience, now, random, observer, seen }: TurnsOptions): Turns {
  const waiting = new Set<Waiting>();
  const looking = new Map<ReadSource, number>();
  let awaySince: number | null = null;
  const serving = () => sources.find(({ up }) => up);
  const free = () => {
    const source = serving();
    return source && source.underWay < source.size ? source : undefined;
  };

  function admit(): void {
    for (const next of waiting) {
      const source = free();
      if (!source) return;
      source.underWay += 1;
      next.begin(source);
    }
  }

  function lookAround(): void {
    if (!serving()) awaySince ??= now();
    for (const source of sources) {
      const again = looking.get(source) ?? 0;
      if (!source.up && now() >= again) void lookFor(source);
    }
  }

  /** After a long silence no request is left that could miss what the stand-in has listed: an older state will do. */
  function mustHold(): readonly number[] {
    return awaySince !== null && now() - awaySince > patience.lostMs ? [] : seen.ids();
  }

  /** One look at a time; the next is due a little later, at the next statement or at once if somebody waits. */
  async function lookFor(source: ReadSource): Promise<void> {
    looking.set(source, Number.POSITIVE_INFINITY);
    const { edition } = seen;
    try {
      await source.look(source.name === 'first' ? mustHold() : []);
      if (source.name === 'fallback' || edition === seen.edition) source.regain();
      if (source.up) awaySince = null;
    } catch (error) {
      if (failureKind(error) === 'refused' && !serving()) for (const each of waiting) each.fail(error);
    }
    const pause = patience.lookMs * (0.5 + random() / 2);
    looking.set(source, source.up ? 0 : now() + pause);
    if (source.up) observer.changed?.(source.name, true);
    else if (!serving() && waiting.size > 0) setTimeout(lookAround, pause + 1);
    admit();
  }

  /**
   * A short absence is waited for. In a long one a statement only waits for the next look: else hundreds would wait for
   * nothing, and all want to be served first when the database is back.
   */
  function shortened(until: number): number {
    if (awaySince === null) return until;
    return Math.min(until, Math.max(awaySince + patience.waitMs, now() + patience.lookMs * 1.5));
  }

  function wait(until: number, cause: unknown): Promise<ReadSource> {
    return new Promise((resolve, reject) => {
      const end = () => {
        waiting.delete(entry);
        clearTimeout(timer);
      };
      const late = () => {
        observer.refused?.('late');
        entry.fail(cause);
      };
      const entry: Waiting = {
        begin(source) {
          end();
          resolve(source);
        },
        fail(met) {
          end();
          reject(noAnswer(met));
        },
      };
      const timer = setTimeout(late, Math.max(0, shortened(until) - now()));
      waiting.add(entry);
    });
  }

  return {
    async enter(until, cause) {
      if (!sources[0]?.up) lookAround();
      const source = waiting.size === 0 && now() < until ? free() : undefined;
      if (source) {
        source.underWay += 1;
        return source;
      }
      const room = patience.waitingPerConnection * (sources[0]?.size ?? 1);
      if (waiting.size < room) return await wait(until, cause);
      observer.refused?.('full');
      throw noAnswer(cause);
    },
    leave(source) {
      source.underWay -= 1;
      admit();
    },
    serving,
    lookAround,
    state: () => ({
      serving: serving()?.name ?? null,
      waiting: waiting.size,
      underWay: sources.reduce((sum, { underWay }) => sum + underWay, 0),
      size: serving()?.size ?? sources[0]?.size ?? 0,
    }),
  };
}
