// Pairs what left a list with what came into it.

/** What two lists don't have in common, each as often as it is surplus, in the lists' order. */
export function surplus<T>(
  before: readonly T[],
  after: readonly T[],
  identity: (value: T) => string,
): { left: T[]; came: T[] } {
  return { left: missingFrom(after, before, identity), came: missingFrom(before, after, identity) };
}

function missingFrom<T>(held: readonly T[], asked: readonly T[], identity: (value: T) => string): T[] {
  const counts = new Map<string, number>();
  for (const value of held) counts.set(identity(value), (counts.get(identity(value)) ?? 0) + 1);
  return asked.filter((value) => {
    const count = counts.get(identity(value)) ?? 0;
    if (count > 0) counts.set(identity(value), count - 1);
    return count === 0;
  });
}

/** What left beside what came, in order; null where one list is longer. */
export function inOrder<T>(left: readonly T[], came: readonly T[]): { before: T | null; after: T | null }[] {
  return Array.from({ length: Math.max(left.length, came.length) }, (_none, i) => ({
    before: left[i] ?? null,
    after: came[i] ?? null,
  }));
}
