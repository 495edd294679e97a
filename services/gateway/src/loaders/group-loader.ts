// A loader of lists: one statement for many keys, its rows told apart by key.
import type { Reader } from '@codeset/database/read';
import DataLoader from 'dataloader';
import { type Kept, KeptFirstLoader, type Loader } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';

/** How a list is asked for, and which of its rows belong to which key. */
export interface GroupQuestion<Of, Key, Row> {
  /** Asks for the rows of many keys; `of` is what they are keys of, such as the id of a release. */
  readonly list: (reader: Reader, of: Of, keys: readonly Key[]) => Promise<readonly Row[]>;
  /** Null for a row that belongs to none. */
  readonly keysOf: (row: Row) => Key | readonly Key[] | null;
  /** Whether it is worth keeping that a key has no rows; true when absent. */
  readonly keepEmpty?: boolean;
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
    const { list, keysOf, keepEmpty = true } = this.#question;
    const groups = new Map<Key, Row[]>(keys.map((key) => [key, []]));
    const rows = this.#kept
      ? await this.#levels.ask(list, this.#of, keys)
      : await list(this.#levels.reader, this.#of, keys);
    for (const row of rows) {
      const ofRow = keysOf(row);
      const found: readonly (Key | null)[] = Array.isArray(ofRow) ? ofRow : [ofRow as Key | null];
      for (const key of found) if (key !== null) groups.get(key)?.push(row);
    }
    if (this.#kept) {
      for (const [key, rows] of groups) if (keepEmpty || rows.length > 0) this.#kept.set(key, rows);
    }
    return keys.map((key) => groups.get(key) ?? []);
  }
}
