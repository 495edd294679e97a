// A loader of contents by id: one statement for those that the process has not seen yet, the rest from its cache.
import DataLoader from 'dataloader';
import type { ImmutableCache } from '../immutable-cache.ts';
import type { RequestLevels } from './request-levels.ts';

/** A loader over `list`; an id that is not held is an error, since ids come from rows that point to them. */
export function immutableLoader<Row extends { readonly id: number }>(
  levels: RequestLevels,
  cache: ImmutableCache<number, Row>,
  list: (ids: readonly number[]) => Promise<readonly Row[]>,
): DataLoader<number, Row> {
  const load = async (ids: readonly number[]) => {
    const found = new Map<number, Row>();
    const missing = ids.filter((id) => {
      const row = cache.get(id);
      if (row) found.set(id, row);
      return row === undefined;
    });
    for (const row of missing.length > 0 ? await list(missing) : []) {
      found.set(row.id, row);
      cache.set(row.id, row);
    }
    return ids.map((id) => found.get(id) ?? new Error(`no content has the id ${id}`));
  };
  return new DataLoader(load, { batchScheduleFn: levels.schedule });
}
