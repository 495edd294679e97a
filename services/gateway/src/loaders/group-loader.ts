// A loader of lists: one statement for many keys, its rows told apart by key.
import DataLoader from 'dataloader';
import { type Kept, keptLoader, type Loader } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';

/** How a list is asked for, and which of its rows belong to which key. */
export interface GroupQuestion<Key, Row> {
  readonly list: (keys: readonly Key[]) => Promise<readonly Row[]>;
  /** Null for a row that belongs to none. */
  readonly keysOf: (row: Row) => Key | readonly Key[] | null;
  /** Where answers are kept; absent: nowhere. */
  readonly kept?: Kept<Key, readonly Row[]>;
  /** Whether it is worth keeping that a key has no rows; true when absent. */
  readonly keepEmpty?: boolean;
}

/** A loader that gives each key its rows in the order in which they came; none is an empty list. */
export function groupLoader<Key extends string | number, Row>(
  levels: RequestLevels,
  { list, keysOf, kept, keepEmpty = true }: GroupQuestion<Key, Row>,
): Loader<Key, readonly Row[]> {
  const load = async (keys: readonly Key[]) => {
    const groups = new Map<Key, Row[]>(keys.map((key) => [key, []]));
    for (const row of await list(keys)) {
      const ofRow = keysOf(row);
      const found: readonly (Key | null)[] = Array.isArray(ofRow) ? ofRow : [ofRow as Key | null];
      for (const key of found) if (key !== null) groups.get(key)?.push(row);
    }
    if (kept) for (const [key, rows] of groups) if (keepEmpty || rows.length > 0) kept.set(key, rows);
    return keys.map((key) => groups.get(key) ?? []);
  };
  const makeBatch = () => new DataLoader(load, { batchScheduleFn: levels.schedule });
  return kept ? keptLoader(kept, (key: Key) => key, makeBatch) : makeBatch();
}
