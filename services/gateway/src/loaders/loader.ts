// Loaders: what belongs to a key, where many keys that are asked for at once are one question.
import type { ImmutableCache } from '../immutable-cache.ts';

/** Loads what belongs to a key. */
export interface Loader<Key, Value> {
  load(key: Key): Promise<Value>;
}

/** What a loader may keep beyond its request, by key: only what never changes. */
export interface Kept<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

/** The answers to one question about one release in a cache that holds those of all. */
export class KeptOf<Key extends string | number, Value> implements Kept<Key, Value> {
  readonly #cache: ImmutableCache<string, Value>;
  readonly #name: string | number;

  constructor(cache: ImmutableCache<string, Value>, name: string | number) {
    this.#cache = cache;
    this.#name = name;
  }

  get(key: Key): Value | undefined {
    return this.#cache.get(`${this.#name} ${key}`);
  }

  set(key: Key, value: Value): void {
    this.#cache.set(`${this.#name} ${key}`, value);
  }
}

/**
 * Answers at once what is kept, and asks a batch for the rest. The batch is made when it is first needed: most requests
 * find all in what is kept.
 */
export abstract class KeptFirstLoader<Key, Value> implements Loader<Key, Value> {
  #batch: Loader<Key, Value> | undefined;

  load(key: Key): Promise<Value> {
    const found = this.keptOf(key);
    if (found !== undefined) return Promise.resolve(found);
    this.#batch ??= this.makeBatch();
    return this.#batch.load(key);
  }

  protected abstract keptOf(key: Key): Value | undefined;
  protected abstract makeBatch(): Loader<Key, Value>;
}

/** By subtree, kept by its position; the batch keeps what it loads. */
export class KeptSubtreeLoader<Subtree extends { readonly position: number }, Value> extends KeptFirstLoader<
  Subtree,
  Value
> {
  readonly #kept: Pick<Kept<number, Value>, 'get'>;
  readonly #makeBatch: () => Loader<Subtree, Value>;

  constructor(kept: Pick<Kept<number, Value>, 'get'>, makeBatch: () => Loader<Subtree, Value>) {
    super();
    this.#kept = kept;
    this.#makeBatch = makeBatch;
  }

  protected keptOf(subtree: Subtree): Value | undefined {
    return this.#kept.get(subtree.position);
  }

  protected makeBatch(): Loader<Subtree, Value> {
    return this.#makeBatch();
  }
}
