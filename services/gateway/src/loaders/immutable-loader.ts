// A loader of contents by id: one statement for those that the process has not seen yet, the rest from its cache.
import DataLoader from 'dataloader';
import { type Kept, KeptFirstLoader, type Loader } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';
import type { ListQuestion } from './shared-questions.ts';

/** How rows are asked for by their ids, which are of nothing in particular. */
export type RowsQuestion<Row> = ListQuestion<null, number, Row>;

/** An id that is not held is an error, since ids come from rows that point to them. */
export class ImmutableLoader<Row extends { readonly id: number }> extends KeptFirstLoader<number, Row> {
  readonly #levels: RequestLevels;
  readonly #kept: Kept<number, Row>;
  readonly #list: RowsQuestion<Row>;

  constructor(levels: RequestLevels, kept: Kept<number, Row>, list: RowsQuestion<Row>) {
    super();
    this.#levels = levels;
    this.#kept = kept;
    this.#list = list;
  }

  protected keptOf(id: number): Row | undefined {
    return this.#kept.get(id);
  }

  protected makeBatch(): Loader<number, Row> {
    return new DataLoader<number, Row>((ids) => this.#ask(ids), { batchScheduleFn: this.#levels.schedule });
  }

  async #ask(ids: readonly number[]): Promise<(Row | Error)[]> {
    const rows = new Map((await this.#levels.ask(this.#list, null, ids)).map((row) => [row.id, row]));
    return ids.map((id) => this.#keep(rows.get(id)) ?? new Error(`no content has the id ${id}`));
  }

  #keep(row: Row | undefined): Row | undefined {
    if (row) this.#kept.set(row.id, row);
    return row;
  }
}
