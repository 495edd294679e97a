// The order of a diff's changes: the second release's tabular order, with what is gone where it stood.
import type { Change } from './release-diff.ts';

type Placed = Pick<Change, 'key' | 'from' | 'to'>;

/** Depends on the two releases alone, so that pages fit together. */
export function orderChanges<C extends Placed>(changes: readonly C[]): C[] {
  const there = byPosition(
    changes.filter(({ to }) => to !== null),
    ({ to }) => to,
  );
  const gone = byPosition(
    changes.filter(({ to }) => to === null),
    ({ from }) => from,
  );
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

/** They come nearly so: sorting costs next to nothing. */
function byPosition<C>(changes: C[], rowOf: (change: C) => Placed['to']): C[] {
  return changes.sort((a, b) => (rowOf(a)?.position ?? 0) - (rowOf(b)?.position ?? 0));
}

/** Where the other is new, there is no common list to ask: codes are compared as they are written. */
function stoodBefore(gone: Placed | undefined, change: Placed): boolean {
  if (!gone?.from) return false;
  if (change.from) return gone.from.position < change.from.position;
  return (gone.from.code ?? gone.key) < (change.to?.code ?? change.key);
}
