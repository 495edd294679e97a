// A cache for what never changes: no expiry and no invalidation, only an upper bound on entries and bytes.

/** Keeps values by key; what was not used for long goes first when there is no room. */
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

interface Entry<V> {
  readonly value: V;
  readonly bytes: number;
  /** Whether it was found since it was last passed over. */
  used: boolean;
}

/**
 * An empty cache of these bounds. Who is to go is looked for from the oldest on, and what was used since then has a
 * second chance: a hit only marks its entry, where keeping them in order would cost more than the look-up itself.
 */
export function createImmutableCache<K, V>(
  bounds: CacheBounds,
  bytesOf: (value: V) => number = bytesAsJson,
): ImmutableCache<K, V> {
  const held = new Map<K, Entry<V>>();
  let bytes = 0;
  let hits = 0;
  let misses = 0;
  const drop = (key: K, entry: Entry<V>) => {
    bytes -= entry.bytes;
    held.delete(key);
  };
  const isFull = () => held.size > bounds.entries || bytes > bounds.bytes;
  let hand: MapIterator<[K, Entry<V>]> | undefined; // made when it is needed: it keeps what the map grew out of
  /** The oldest entry. The hand goes on where it stopped: from the start it would pass every gap that is left there. */
  const oldest = () => {
    const next = hand?.next();
    if (next?.done === false) return next.value;
    hand = held.entries();
    return hand.next().value;
  };
  const makeRoomFor = (newest: K) => {
    while (isFull()) {
      const [key, entry] = oldest() ?? [];
      if (key === undefined || entry === undefined) return;
      held.delete(key);
      if ((entry.used || key === newest) && held.size > 0) {
        entry.used = false;
        held.set(key, entry); // at the end, where the hand comes to it again: a Map keeps the order of insertion
      } else bytes -= entry.bytes;
    }
  };
  return {
    get(key) {
      const entry = held.get(key);
      if (entry === undefined) {
        misses += 1;
        return undefined;
      }
      hits += 1;
      entry.used = true;
      return entry.value;
    },
    set(key, value) {
      const before = held.get(key);
      if (before) drop(key, before);
      const size = bytesOf(value);
      if (size > bounds.bytes) return;
      held.set(key, { value, bytes: size, used: false });
      bytes += size;
      if (isFull()) makeRoomFor(key);
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
