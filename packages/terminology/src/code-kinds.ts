// Which kinds of concepts of a code system are codes, not groupings.
import type { CodeSystemDefinition } from './code-system.ts';

/** The codes of those kinds, in the definition's order. */
export function codeKindsOf({ kinds }: Pick<CodeSystemDefinition, 'kinds'>): ReadonlySet<string> {
  return new Set(kinds.filter(({ isCode }) => isCode).map(({ code }) => code));
}
