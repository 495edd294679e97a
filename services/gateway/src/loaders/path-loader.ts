// A loader of paths: what stands above many rows in one statement, put together into one path a row.
import DataLoader from 'dataloader';
import { type Kept, keptLoader, type Loader } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';

interface Placed {
  readonly position: number;
  readonly parent: number | null;
}

/** A loader by position that gives the row itself and everything above it, the root first. */
export function pathLoader<Row extends Placed>(
  levels: RequestLevels,
  kept: Kept<number, readonly Row[]>,
  listAncestors: (positions: readonly number[]) => Promise<readonly Row[]>,
): Loader<number, readonly Row[]> {
  const load = async (positions: readonly number[]) => {
    const rows = new Map((await listAncestors(positions)).map((row) => [row.position, row]));
    return positions.map((position) => {
      const path = pathTo(position, rows);
      kept.set(position, path);
      return path;
    });
  };
  return keptLoader(
    kept,
    (position: number) => position,
    () => new DataLoader(load, { batchScheduleFn: levels.schedule }),
  );
}

function pathTo<Row extends Placed>(position: number, rows: ReadonlyMap<number, Row>): readonly Row[] {
  const path: Row[] = [];
  for (let row = rows.get(position); row; row = row.parent === null ? undefined : rows.get(row.parent)) {
    path.unshift(row);
  }
  return path;
}
