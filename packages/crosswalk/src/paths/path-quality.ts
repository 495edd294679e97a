// How good a path is: no better than its worst step, and no better than its steps together allow.
import type { MappingRelationship } from '@codeset/terminology';
import type { Path } from './path.ts';

/** What may be said of a whole path. */
export interface PathQuality {
  /** How the first concept stands to the last; null where the path does not arrive. */
  readonly relationship: MappingRelationship | null;
  /** The step that says least, from 0: the first of those that are equally bad; null for a path without steps. */
  readonly worstStep: number | null;
  /** Some step reads a map backwards. */
  readonly reverse: boolean;
  /** Steps at which a choice was open. */
  readonly openChoices: number;
}

/** From what says most to what says least. */
const worth: readonly MappingRelationship[] = [
  'equivalent',
  'source-is-narrower-than-target',
  'source-is-broader-than-target',
  'related-to',
  'not-related-to',
  'unmapped',
];

/** Of all steps together, and which is the worst. */
export function qualityOf({ steps, end }: Path): PathQuality {
  let worstStep: number | null = null;
  for (const [i, { relationship }] of steps.entries()) {
    const held = worstStep === null ? undefined : steps[worstStep]?.relationship;
    if (held === undefined || worth.indexOf(relationship) > worth.indexOf(held)) worstStep = i;
  }
  return {
    relationship: end && steps.map(({ relationship }) => relationship).reduce(compose, 'equivalent'),
    worstStep,
    reverse: steps.some((step) => step.is === 'map' && step.reverse),
    openChoices: steps.filter(({ choices }) => choices > 1).length,
  };
}

/**
 * How a stands to c, where it stands to b as the first says and b to c as the second. A wider and a narrower meaning
 * after one another leave nothing sure: what is narrower than something broader need not share anything with it.
 */
export function compose(first: MappingRelationship, second: MappingRelationship): MappingRelationship {
  const directions = ['source-is-narrower-than-target', 'source-is-broader-than-target'];
  if (first !== second && directions.includes(first) && directions.includes(second)) return 'related-to';
  return worth.indexOf(first) > worth.indexOf(second) ? first : second;
}
