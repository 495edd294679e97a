// Positions of a tree that comes as a pre-order walk: where each member stands, and where what is below it ends.

/** A member's place: `position` counts from 0 in the walk, `subtreeEnd` is the last position below it. */
export interface Place {
  readonly position: number;
  readonly subtreeEnd: number;
  /** Position of the parent; null for a root. */
  readonly parent: number | null;
  /** 0 for a root. */
  readonly depth: number;
}

/** Why a walk cannot be laid out. */
export interface LayOutProblem {
  readonly key: string;
  readonly rule: 'no-code-twice' | 'parent-exists' | 'pre-order';
  readonly message: string;
}

export interface LayOut {
  readonly places: readonly Place[];
  readonly problems: readonly LayOutProblem[];
}

/**
 * Lays a walk out. Each member names its parent by key; the parent must stand before it and still be open, so that
 * a subtree is one unbroken range (which rules out orphans and cycles as well).
 */
export function layOut(walk: readonly { readonly key: string; readonly parentKey: string | null }[]): LayOut {
  const positions = new Map<string, number>();
  const places: { position: number; subtreeEnd: number; parent: number | null; depth: number }[] = [];
  const problems: LayOutProblem[] = [];
  const open: number[] = [];
  for (const [position, { key, parentKey }] of walk.entries()) {
    if (positions.has(key)) {
      problems.push({ key, rule: 'no-code-twice', message: `${key} stands twice in the release.` });
    } else {
      positions.set(key, position);
    }
    const parent = parentKey === null ? null : (positions.get(parentKey) ?? null);
    while (open.length > 0 && open.at(-1) !== parent) open.pop();
    const problem = parentProblem(key, parentKey, parent, open.length);
    if (problem) problems.push(problem);
    places.push({ position, subtreeEnd: position, parent, depth: open.length });
    open.push(position);
  }
  for (const { position, parent } of places.toReversed()) {
    const above = parent === null ? undefined : places[parent];
    const here = places[position];
    if (above && here && here.subtreeEnd > above.subtreeEnd) above.subtreeEnd = here.subtreeEnd;
  }
  return { places, problems };
}

function parentProblem(
  key: string,
  parentKey: string | null,
  parent: number | null,
  open: number,
): LayOutProblem | null {
  if (parentKey === null) return null;
  if (parent === null) {
    return {
      key,
      rule: 'parent-exists',
      message: `${key} names ${parentKey} as its parent, which does not stand before it.`,
    };
  }
  if (open === 0) {
    return { key, rule: 'pre-order', message: `${key} stands apart from the other members of ${parentKey}.` };
  }
  return null;
}
