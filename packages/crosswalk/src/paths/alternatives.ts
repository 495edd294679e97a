// Alternatives of a code carried one leg on: any one of, each of which may need several codes together.
import type { Path, PathAlternative, PathGap, PathNeed, PathPoint, PathStep } from './path.ts';

/** How it goes on from a concept: steps to another, or to a gap. */
export interface Continuation {
  readonly steps: readonly PathStep[];
  readonly end: PathPoint | null;
  readonly gap: PathGap | null;
}

/** Options any one of which will do; of each, needs that must all be served; of each, continuations that will do. */
export type Onward = readonly (readonly (readonly Continuation[])[])[];

/** The path of a code before its first step. */
export function atStart(point: PathPoint): PathAlternative[] {
  return [{ needs: [{ paths: [{ steps: [], end: point, gap: null }] }] }];
}

/** A single way on that ends here. */
export function onwardToGap(gap: PathGap): Onward {
  return [[[{ steps: [], end: null, gap }]]];
}

/** Ways to say the same that one code may come to: more are not a help to anybody. */
export const alternativesAtMost = 500;

/** Every open path goes on; null where that makes more alternatives than can be told. */
export function goOn(
  alternatives: readonly PathAlternative[],
  onwardFrom: (point: PathPoint) => Onward,
): PathAlternative[] | null {
  const found: PathAlternative[] = [];
  for (const { needs } of alternatives) {
    const ways = needs.map((need) => spread(need, onwardFrom));
    const count = ways.reduce((product, { length }) => product * length, 1);
    if (found.length + count > alternativesAtMost) return null;
    for (const combined of everyCombination(ways)) found.push({ needs: combined.flat() });
  }
  return found;
}

/** Ways to serve the need: by one of the paths that end in a single concept, or by several concepts together. */
function spread({ paths }: PathNeed, onwardFrom: (point: PathPoint) => Onward): PathNeed[][] {
  const single: Path[] = [];
  const together: PathNeed[][] = [];
  for (const path of paths) {
    if (!path.end) {
      single.push(path);
      continue;
    }
    for (const needs of onwardFrom(path.end)) {
      const [only, ...others] = needs.map((ways) => ({ paths: ways.map((way) => extended(path, way)) }));
      if (only && others.length > 0) together.push([only, ...others]);
      else if (only) single.push(...only.paths);
    }
  }
  return single.length > 0 ? [[{ paths: single }], ...together] : together;
}

function extended({ steps }: Path, way: Continuation): Path {
  return { ...way, steps: [...steps, ...way.steps] };
}

function everyCombination<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>(
    (found, list) => found.flatMap((some) => list.map((one) => [...some, one])),
    [[]],
  );
}
