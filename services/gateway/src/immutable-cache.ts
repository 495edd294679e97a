// A cache for what never changes: no expiry and no invalidation, only an upper bound on entries and bytes.

/** Keeps values by key; the one used longest ago goes first when there is no room. */
export interface ImmutableCache<K, V> {
  /** Undefined when the key is not held. */
  get(key: K): V | undefined;
  /** Keeps the value if it fits at all. */
  set(key: K, value: V): void;
  readonly entries: number;
  readonly bytes: number;
  /** How often `get` found what it was asked for, and how often not. */
  readonly hits: number;
  readonly misses: number;
}

/** The bounds of a cache. */
export interface CacheBounds {
  readonly entries: number;
  /** By estimate: twice the characters of the value as JSON. */
  readonly bytes: number;
}

/** An empty cache of these bounds. */
export function createImmutableCache<K, V>(
  bounds: CacheBounds,
  bytesOf: (value: V) => number = bytesAsJson,
): ImmutableCache<K, V> {
  const held = new Map<K, { readonly value: V; readonly bytes: number }>();
  let bytes = 0;
  let hits = 0;
  let misses = 0;
  const drop = (key: K) => {
    bytes -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  };
  return {
    get(key) {
      const entry = held.get(key);
      if (!entry) {
        misses += 1;
        return undefined;
      }
      hits += 1;
      held.delete(key); // put at the end: a Map keeps the order of insertion
      held.set(key, entry);
      return entry.value;
    },
    set(key, value) {
      drop(key);
      const size = bytesOf(value);
      if (size > bounds.bytes) return;
      held.set(key, { value, bytes: size });
      bytes += size;
      for (const oldest of held.keys()) {
        if (held.size <= bounds.entries && bytes <= bounds.bytes) break;
        drop(oldest);
      }
    },
    get entries() {
      return held.size;
    },
    get bytes() {
      return bytes;
    },
    get hits() {
      return hits;
    },
    get misses() {
      return misses;
    },
  };
}

function bytesAsJson(value: unknown): number {
  return 2 * (JSON.stringify(value) ?? '').length;
}
