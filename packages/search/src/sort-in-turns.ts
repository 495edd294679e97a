// Sorting a long list without holding the process up.
import type { Turns } from '@codeset/comparison';

/** Runs of this length are sorted at once: two milliseconds. */
const run = 4_096;

/** The order of texts by their UTF-16 units. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A sorted copy, equal values in the order in which they stood. */
export async function sortInTurns<T>(
  values: readonly T[],
  compare: (a: T, b: T) => number,
  turns: Turns,
): Promise<T[]> {
  let sorted: T[] = [];
  for (let start = 0; start < values.length; start += run) {
    sorted.push(...values.slice(start, start + run).sort(compare));
    await turns.give();
  }
  for (let width = run; width < sorted.length; width *= 2) {
    const merged: T[] = [];
    for (let start = 0; start < sorted.length; start += 2 * width) {
      await mergeRuns(
        sorted,
        { start, middle: start + width, end: start + 2 * width },
        { compare, merged, turns },
      );
    }
    sorted = merged;
  }
  return sorted;
}

interface Merge<T> {
  readonly compare: (a: T, b: T) => number;
  readonly merged: T[];
  readonly turns: Turns;
}

/** Puts two sorted runs that stand one behind the other into one. */
async function mergeRuns<T>(
  values: readonly T[],
  { start, middle, end }: { readonly start: number; readonly middle: number; readonly end: number },
  { compare, merged, turns }: Merge<T>,
): Promise<void> {
  const left = values.slice(start, middle);
  const right = values.slice(middle, end);
  let taken = 0;
  for (const [i, value] of left.entries()) {
    for (let next = right[taken]; next !== undefined && compare(next, value) < 0; next = right[taken]) {
      merged.push(next);
      taken += 1;
    }
    merged.push(value);
    if (i % 1_024 === 1_023) await turns.give();
  }
  for (const value of right.slice(taken)) merged.push(value);
}
