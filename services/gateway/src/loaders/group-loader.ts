// A loader of lists: one statement for many keys, its rows told apart by key.
import DataLoader from 'dataloader';
import { type Kept, KeptFirstLoader, type Loader } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';
import type { SharedQuestion } from './shared-questions.ts';

/** How a list is asked for, and which of its rows belong to which key. */
export interface RowsByKey<Of, Key, Row> {
  /** Asks for the rows of many keys; `of` is what they are keys of, such as the id of a release. */
  readonly list: SharedQuestion<Of, Key, readonly Row[]>;
  /** Null for a row that belongs to none. */
  readonly keysOf: (row: Row) => Key | readonly Key[] | null;
  /** Whether it is worth keeping that a key has no rows; true when absent. */
  readonly keepEmpty?: boolean;
}

/** A question by key, whose answer is the rows of each key. */
export interface GroupQuestion<Of, Key, Row> {
  readonly groups: SharedQuestion<Of, Key, ReadonlyMap<Key, readonly Row[]>>;
  readonly keepEmpty: boolean;
}

/** The question that these rows answer, each key's in the order in which they came. */
export function groupQuestion<Of, Key, Row>({
  list,
  keysOf,
  keepEmpty = true,
}: RowsByKey<Of, Key, Row>): GroupQuestion<Of, Key, Row> {
  return {
    groups: async (reader, of, keys) => grouped(await list(reader, of, keys), keysOf),
    keepEmpty,
  };
}

function grouped<Key, Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => Key | readonly Key[] | null,
): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const ofRow = keysOf(row);
    const found: readonly (Key | null)[] = Array.isArray(ofRow) ? ofRow : [ofRow as Key | null];
    for (const key of found) {
      if (key === null) continue;
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}

/** A loader that gives each key its rows in the order in which they came; none is an empty list. */
export function groupLoader<Of, Key extends string | number, Row>(
  levels: RequestLevels,
  question: GroupQuestion<Of, Key, Row>,
  of: Of,
  kept: Kept<Key, readonly Row[]> | null = null,
): Loader<Key, readonly Row[]> {
  return new GroupLoader(levels, question, of, kept);
}

class GroupLoader<Of, Key extends string | number, Row> extends KeptFirstLoader<Key, readonly Row[]> {
  readonly #levels: RequestLevels;
  readonly #question: GroupQuestion<Of, Key, Row>;
  readonly #of: Of;
  readonly #kept: Kept<Key, readonly Row[]> | null;

  constructor(
    levels: RequestLevels,
    question: GroupQuestion<Of, Key, Row>,
    of: Of,
    kept: Kept<Key, readonly Row[]> | null,
  ) {
    super();
    this.#levels = levels;
    this.#question = question;
    this.#of = of;
    this.#kept = kept;
  }

  protected keptOf(key: Key): readonly Row[] | undefined {
    return this.#kept?.get(key);
  }

  protected makeBatch(): Loader<Key, readonly Row[]> {
    return new DataLoader<Key, readonly Row[]>((keys) => this.#ask(keys), {
      batchScheduleFn: this.#levels.schedule,
    });
  }

  async #ask(keys: readonly Key[]): Promise<(readonly Row[])[]> {
    const { groups, keepEmpty } = this.#question;
    const kept = this.#kept;
    const found = kept
      ? await this.#levels.ask(groups, this.#of, keys)
      : await groups(this.#levels.reader, this.#of, keys);
    return keys.map((key) => {
      const rows = found.get(key) ?? [];
      if (kept && (keepEmpty || rows.length > 0)) kept.set(key, rows);
      return rows;
    });
  }
}
