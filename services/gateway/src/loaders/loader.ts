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
export function keptOf<Key extends string | number, Value>(
  cache: ImmutableCache<string, Value>,
  name: string | number,
): Kept<Key, Value> {
  return {
    get: (key) => cache.get(`${name} ${key}`),
    set: (key, value) => cache.set(`${name} ${key}`, value),
  };
}

/** A loader that answers at once what is kept, and asks the batch, which is made for that, for the rest. */
export function keptLoader<Key, Value, CacheKey>(
  kept: Pick<Kept<CacheKey, Value>, 'get'>,
  cacheKeyOf: (key: Key) => CacheKey,
  makeBatch: () => Loader<Key, Value>,
): Loader<Key, Value> {
  let batch: Loader<Key, Value> | undefined;
  return {
    load(key) {
      const found = kept.get(cacheKeyOf(key));
      if (found !== undefined) return Promise.resolve(found);
      batch ??= makeBatch();
      return batch.load(key);
    },
  };
}
