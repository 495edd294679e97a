// A loader of contents by id: one statement for those that the process has not seen yet, the rest from its cache.
import type { Reader } from '@codeset/database/read';
import DataLoader from 'dataloader';
import { type Kept, KeptFirstLoader, type Loader } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';
import type { SharedQuestion } from './shared-questions.ts';

/** Asks for rows by their ids, which are of nothing in particular. */
export type RowsQuestion<Row> = SharedQuestion<null, number, ReadonlyMap<number, Row>>;

/** The question that these rows answer. */
export function rowsQuestion<Row extends { readonly id: number }>(
  list: (reader: Reader, ids: readonly number[]) => Promise<readonly Row[]>,
): RowsQuestion<Row> {
  return async (reader, _of, ids) => new Map((await list(reader, ids)).map((row) => [row.id, row]));
}

/** An id that is not held is an error, since ids come from rows that point to them. */
export class ImmutableLoader<Row extends { readonly id: number }> extends KeptFirstLoader<number, Row> {
  readonly #levels: RequestLevels;
  readonly #kept: Kept<number, Row>;
  readonly #question: RowsQuestion<Row>;

  constructor(levels: RequestLevels, kept: Kept<number, Row>, question: RowsQuestion<Row>) {
    super();
    this.#levels = levels;
    this.#kept = kept;
    this.#question = question;
  }

  protected keptOf(id: number): Row | undefined {
    return this.#kept.get(id);
  }

  protected makeBatch(): Loader<number, Row> {
    return new DataLoader<number, Row>((ids) => this.#ask(ids), { batchScheduleFn: this.#levels.schedule });
  }

  async #ask(ids: readonly number[]): Promise<(Row | Error)[]> {
    const rows = await this.#levels.ask(this.#question, null, ids);
    return ids.map((id) => this.#keep(rows.get(id)) ?? new Error(`no content has the id ${id}`));
  }

  #keep(row: Row | undefined): Row | undefined {
    if (row) this.#kept.set(row.id, row);
    return row;
  }
}
