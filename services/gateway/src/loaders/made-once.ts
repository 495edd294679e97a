// What takes long to make and stays true: kept within bounds, and while it is being made waited for by all who ask.
import { type CacheBounds, createImmutableCache } from '../immutable-cache.ts';

/** Gives what goes by the name, making it where it is neither kept nor being made. */
export type MadeOnce<Made> = (name: string, make: () => Promise<Made>) => Promise<Made>;

/** A failure is told to all who waited, and not kept. */
export function madeOnce<Made>(bounds: CacheBounds, bytesOf: (made: Made) => number): MadeOnce<Made> {
  const kept = createImmutableCache<string, Made>(bounds, bytesOf);
  const underWay = new Map<string, Promise<Made>>();
  const keep = async (name: string, make: () => Promise<Made>) => {
    try {
      const made = await make();
      kept.set(name, made);
      return made;
    } finally {
      underWay.delete(name);
    }
  };
  return async (name, make) => {
    const found = kept.get(name) ?? underWay.get(name);
    if (found !== undefined) return await found;
    const making = keep(name, make);
    underWay.set(name, making);
    return await making;
  };
}
