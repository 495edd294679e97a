// A loader of lists: one statement for many keys, its rows told apart by key.
import DataLoader from 'dataloader';
import type { RequestLevels } from './request-levels.ts';

/** A loader that gives each key its rows in the order in which they came; none is an empty list. */
export function groupLoader<Key extends string | number, Row>(
  levels: RequestLevels,
  list: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keysOf: (row: Row) => Key | readonly Key[] | null,
): DataLoader<Key, readonly Row[]> {
  const load = async (keys: readonly Key[]) => {
    const groups = new Map<Key, Row[]>(keys.map((key) => [key, []]));
    for (const row of await list(keys)) {
      const ofRow = keysOf(row);
      const found: readonly (Key | null)[] = Array.isArray(ofRow) ? ofRow : [ofRow as Key | null];
      for (const key of found) if (key !== null) groups.get(key)?.push(row);
    }
    return keys.map((key) => groups.get(key) ?? []);
  };
  return new DataLoader(load, { batchScheduleFn: levels.schedule });
}
