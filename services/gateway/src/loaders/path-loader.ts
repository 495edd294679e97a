// A loader of paths: what stands above many rows in one statement, put together into one path a row.
import DataLoader from 'dataloader';
import { type Kept, KeptFirstLoader, type Loader } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';
import type { SharedQuestion } from './shared-questions.ts';

interface Placed {
  readonly position: number;
  readonly parent: number | null;
}

/** Asks for the rows at these positions of a release, and all above them; by position. */
export type AncestorsQuestion<Row> = SharedQuestion<number, number, ReadonlyMap<number, Row>>;

/** The question that these rows answer. */
export function ancestorsQuestion<Row extends Placed>(
  list: SharedQuestion<number, number, readonly Row[]>,
): AncestorsQuestion<Row> {
  return async (reader, releaseId, positions) =>
    new Map((await list(reader, releaseId, positions)).map((row) => [row.position, row]));
}

/** A loader by position that gives the row itself and everything above it, the root first. */
export class PathLoader<Row extends Placed> extends KeptFirstLoader<number, readonly Row[]> {
  readonly #levels: RequestLevels;
  readonly #ancestors: AncestorsQuestion<Row>;
  readonly #releaseId: number;
  readonly #kept: Kept<number, readonly Row[]>;

  constructor(
    levels: RequestLevels,
    ancestors: AncestorsQuestion<Row>,
    releaseId: number,
    kept: Kept<number, readonly Row[]>,
  ) {
    super();
    this.#levels = levels;
    this.#ancestors = ancestors;
    this.#releaseId = releaseId;
    this.#kept = kept;
  }

  protected keptOf(position: number): readonly Row[] | undefined {
    return this.#kept.get(position);
  }

  protected makeBatch(): Loader<number, readonly Row[]> {
    return new DataLoader<number, readonly Row[]>((positions) => this.#ask(positions), {
      batchScheduleFn: this.#levels.schedule,
    });
  }

  async #ask(positions: readonly number[]): Promise<(readonly Row[])[]> {
    const rows = await this.#levels.ask(this.#ancestors, this.#releaseId, positions);
    return positions.map((position) => {
      const path = pathTo(position, rows);
      this.#kept.set(position, path);
      return path;
    });
  }
}

function pathTo<Row extends Placed>(position: number, rows: ReadonlyMap<number, Row>): readonly Row[] {
  const path: Row[] = [];
  for (let row = rows.get(position); row; row = row.parent === null ? undefined : rows.get(row.parent)) {
    path.unshift(row);
  }
  return path;
}
