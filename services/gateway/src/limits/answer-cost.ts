// What an answer says of its cost: what was measured of the query, and the limits that it was held to.
import type { Limits } from './limits.ts';
import type { QueryMeasure } from './measure-query.ts';

/** `extensions.cost`: numbers of the query, and all limits of a request by their names. */
export interface AnswerCost extends QueryMeasure {
  /** `objects` is held to the one called `cost`, the others to those of their names. */
  readonly limits: Limits;
}

/** The cost in the order in which it reads best. */
export function answerCost({ objects, fields, aliases, depth }: QueryMeasure, limits: Limits): AnswerCost {
  return { objects, fields, aliases, depth, limits };
}
