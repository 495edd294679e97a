// The order of a diff's changes: the second release's tabular order, with what is gone where it stood.
import type { Change } from './release-diff.ts';

type Placed = Pick<Change, 'key' | 'from' | 'to'>;

/** Depends on the two releases alone, so that pages fit together. */
export function orderChanges<C extends Placed>(changes: readonly C[]): C[] {
  const there = inPlaces(changes, ({ to }) => to?.position);
  const gone = inPlaces(changes, ({ from, to }) => (to ? undefined : from?.position));
  const ordered: C[] = [];
  let next = 0;
  for (const change of there) {
    while (next < gone.length && stoodBefore(gone[next], change)) {
      const removed = gone[next];
      if (removed) ordered.push(removed);
      next += 1;
    }
    ordered.push(change);
  }
  return [...ordered, ...gone.slice(next)];
}

/** Sorted by a position that no two share: each is put in its place, nothing is compared. */
function inPlaces<C>(changes: readonly C[], positionOf: (change: C) => number | undefined): C[] {
  const places: C[] = [];
  for (const change of changes) {
    const position = positionOf(change);
    if (position !== undefined) places[position] = change;
  }
  return Object.values(places); // holes are left out, indexes come in ascending order
}

/** Where the other is new, there is no common list to ask: codes are compared as they are written. */
function stoodBefore(gone: Placed | undefined, change: Placed): boolean {
  if (!gone?.from) return false;
  if (change.from) return gone.from.position < change.from.position;
  return (gone.from.code ?? gone.key) < (change.to?.code ?? change.key);
}
