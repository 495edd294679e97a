// Pairs what left a list with what came into it.

/** What two lists don't have in common, each as often as it is surplus, in the lists' order. */
export function surplus<T>(
  before: readonly T[],
  after: readonly T[],
  identity: (value: T) => string,
): { left: T[]; came: T[] } {
  const [old, now] = [before.map(identity), after.map(identity)];
  // Mostly the lists are alike up to one place: only what stands from there on is counted.
  let alike = 0;
  while (alike < old.length && old[alike] === now[alike]) alike += 1;
  return { left: missingFrom(now, before, old, alike), came: missingFrom(old, after, now, alike) };
}

/** Of the asked values from a place on, those that the held ones from there on don't make up for. */
function missingFrom<T>(
  held: readonly string[],
  asked: readonly T[],
  identities: readonly string[],
  start: number,
): T[] {
  if (held.length <= start) return asked.slice(start);
  if (identities.length <= start) return [];
  const counts = new Map<string, number>();
  for (let i = start; i < held.length; i += 1)
    counts.set(held[i] ?? '', (counts.get(held[i] ?? '') ?? 0) + 1);
  const missing: T[] = [];
  for (const [i, value] of asked.entries()) {
    if (i < start) continue;
    const count = counts.get(identities[i] ?? '') ?? 0;
    if (count > 0) counts.set(identities[i] ?? '', count - 1);
    else missing.push(value);
  }
  return missing;
}

/** What left beside what came, in order; null where one list is longer. */
export function inOrder<T>(left: readonly T[], came: readonly T[]): { before: T | null; after: T | null }[] {
  return Array.from({ length: Math.max(left.length, came.length) }, (_none, i) => ({
    before: left[i] ?? null,
    after: came[i] ?? null,
  }));
}
