// What takes long to make and stays true: kept within bounds, and while it is being made waited for by all who ask.
import { createImmutableCache, type ImmutableCache } from '../immutable-cache.ts';

/** Gives what goes by the name, making it where it is neither kept nor being made. */
export type MadeOnce<Made> = (name: string, make: () => Promise<Made>) => Promise<Made>;

/** Things of all kinds within one bound, so that a large one has the room of many small ones. */
export interface MadeThings {
  /** Those of one kind, with what one takes in bytes. */
  of<Made>(kind: string, bytesOf: (made: Made) => number): MadeOnce<Made>;
  /** For the metrics. */
  readonly figures: Pick<ImmutableCache<never, never>, 'entries' | 'bytes' | 'hits' | 'misses'>;
}

/** Stands for a thing where all kinds are kept together. */
interface Place {
  readonly bytes: number;
}

/** None yet, and room for so many bytes. */
export function madeThings(bytes: number): MadeThings {
  const places = createImmutableCache<string, Place>({ entries: 1_000, bytes }, (place) => place.bytes);
  return { of: (kind, bytesOf) => madeOnce({ kind, places, bytesOf }), figures: places };
}

interface Kind<Made> {
  readonly kind: string;
  readonly places: Pick<ImmutableCache<string, Place>, 'get' | 'set'>;
  readonly bytesOf: (made: Made) => number;
}

/** A failure is told to all who waited, and not kept. */
function madeOnce<Made>({ kind, places, bytesOf }: Kind<Made>): MadeOnce<Made> {
  const things = new WeakMap<Place, Made>();
  const underWay = new Map<string, Promise<Made>>();
  const keep = async (name: string, make: () => Promise<Made>) => {
    try {
      const made = await make();
      const place = { bytes: bytesOf(made) };
      things.set(place, made);
      places.set(`${kind} ${name}`, place);
      return made;
    } finally {
      underWay.delete(name);
    }
  };
  return async (name, make) => {
    const place = underWay.has(name) ? undefined : places.get(`${kind} ${name}`);
    const found = place === undefined ? underWay.get(name) : things.get(place);
    if (found !== undefined) return await found;
    const making = keep(name, make);
    underWay.set(name, making);
    return await making;
  };
}
