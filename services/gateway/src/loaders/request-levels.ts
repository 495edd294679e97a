// Takes the statements of a request level by level: those of the next wait until all of this one have answers.
import type { Reader } from '@codeset/database/read';

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
  readonly track: <T>(asked: Promise<T>) => Promise<T>;
  /** Asks for something that is no batch at the next level. */
  readonly next: <T>(ask: () => Promise<T>) => Promise<T>;
}

/** The levels of a new request. */
export function requestLevels(reader: Reader): RequestLevels {
  let waiting: (() => void)[] = [];
  let underWay = 0;
  let planned = false;
  const begin = () => {
    planned = false;
    if (underWay > 0) return; // the last answer plans the next level
    const level = waiting;
    waiting = [];
    for (const dispatch of level) dispatch();
  };
  const plan = () => {
    if (planned || underWay > 0 || waiting.length === 0) return;
    planned = true;
    setImmediate(begin); // after everything that this level's answers lead to has asked
  };
  const track = async <T>(statement: Promise<T>): Promise<T> => {
    underWay += 1;
    try {
      return await statement;
    } finally {
      underWay -= 1;
      setImmediate(plan);
    }
  };
  const schedule = (dispatch: () => void) => {
    waiting.push(dispatch);
    plan();
  };
  const next = <T>(ask: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => schedule(() => ask().then(resolve, reject)));
  return { reader: trackedReader(reader, track), track, schedule, next };
}

/** The same questions, each answer tracked; made when it is asked, since most requests ask few of them. */
function trackedReader(reader: Reader, track: <T>(statement: Promise<T>) => Promise<T>): Reader {
  return new Proxy(reader, {
    get(questions, name) {
      const ask = Reflect.get(questions, name) as (...asked: unknown[]) => Promise<unknown>;
      return (...asked: unknown[]) => track(ask(...asked));
    },
  });
}
