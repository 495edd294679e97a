// Counts what an answer comes to while it is made, where no estimate before can tell: a code may have thousands of mappings.
import type { Limits } from './limits.ts';
import { beyondLimit } from './refuse.ts';

/** The objects counted so far in one request. */
export interface CountedAnswer {
  objects: number;
}

/** Adds the objects. QUERY_TOO_EXPENSIVE as soon as they are more than the limit `cost`. */
export function countAnswer(
  { answer, limits }: { readonly answer: CountedAnswer; readonly limits: Limits },
  objects: number,
): void {
  answer.objects += objects;
  if (answer.objects <= limits.cost) return;
  const advice = 'Some codes lead to very many: ask for fewer, or page through `ConceptMapRelease.mappings`.';
  throw beyondLimit('cost', limits, answer.objects, advice);
}
