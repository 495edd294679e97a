// What an answer says of its cost: what was measured of the query, and against which limits.
import type { Limits } from './limits.ts';
import type { QueryMeasure } from './measure-query.ts';

/** `extensions.cost`: numbers of the query, and under `maximum` what they may be. */
export interface AnswerCost extends QueryMeasure {
  /** By the same names; that of `objects` is the limit `cost`. */
  readonly maximum: QueryMeasure;
}

/** The cost in the order in which it reads best. */
export function answerCost({ objects, fields, aliases, depth }: QueryMeasure, limits: Limits): AnswerCost {
  const maximum = {
    objects: limits.cost,
    fields: limits.fields,
    aliases: limits.aliases,
    depth: limits.depth,
  };
  return { objects, fields, aliases, depth, maximum };
}
