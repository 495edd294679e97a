// A loader of contents by id: one statement for those that the process has not seen yet, the rest from its cache.
import DataLoader from 'dataloader';
import { type Kept, keptLoader, type Loader } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';

/** A loader over `list`; an id that is not held is an error, since ids come from rows that point to them. */
export function immutableLoader<Row extends { readonly id: number }>(
  levels: RequestLevels,
  kept: Kept<number, Row>,
  list: (ids: readonly number[]) => Promise<readonly Row[]>,
): Loader<number, Row> {
  const load = async (ids: readonly number[]) => {
    const rows = new Map((await list(ids)).map((row) => [row.id, row]));
    for (const [id, row] of rows) kept.set(id, row);
    return ids.map((id) => rows.get(id) ?? new Error(`no content has the id ${id}`));
  };
  return keptLoader(
    kept,
    (id: number) => id,
    () => new DataLoader(load, { batchScheduleFn: levels.schedule }),
  );
}
