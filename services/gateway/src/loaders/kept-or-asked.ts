// What is asked of a release as a whole, and is no batch: at once where it is kept, else at the next level.
import type { Kept } from './loader.ts';
import type { RequestLevels } from './request-levels.ts';

/** The answer by its key; `ask` is called where it is not kept. A list that is empty is not kept: there is no end of those. */
export async function keptOrAsked<Value extends number | readonly unknown[]>(
  levels: RequestLevels,
  { kept, key }: { readonly kept: Kept<string, Value>; readonly key: string },
  ask: () => Promise<Value>,
): Promise<Value> {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const value = await levels.next(ask);
  if (typeof value === 'number' || value.length > 0) kept.set(key, value);
  return value;
}
