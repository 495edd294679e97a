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

/** Answers at once what is kept of a subtree by its position, and asks a batch, which is made for that, for the rest. */
export class KeptSubtreeLoader<Subtree extends { readonly position: number }, Value>
  implements Loader<Subtree, Value>
{
  readonly #kept: Pick<Kept<number, Value>, 'get'>;
  readonly #makeBatch: () => Loader<Subtree, Value>;
  #batch: Loader<Subtree, Value> | undefined;

  constructor(kept: Pick<Kept<number, Value>, 'get'>, makeBatch: () => Loader<Subtree, Value>) {
    this.#kept = kept;
    this.#makeBatch = makeBatch;
  }

  load(subtree: Subtree): Promise<Value> {
    const found = this.#kept.get(subtree.position);
    if (found !== undefined) return Promise.resolve(found);
    this.#batch ??= this.#makeBatch();
    return this.#batch.load(subtree);
  }
}
