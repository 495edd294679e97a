// Whether one concept of a release subsumes another: in a pre-order walk, two comparisons.
import type { ConceptRow } from '@codeset/database/read';

/** The outcomes of FHIR's $subsumes. */
export type Subsumption = 'EQUIVALENT' | 'SUBSUMES' | 'SUBSUMED_BY' | 'NOT_SUBSUMED';

/** How `a` stands to `b`, both of one release. */
export function compareSubsumption(a: ConceptRow, b: ConceptRow): Subsumption {
  if (a.position === b.position) return 'EQUIVALENT';
  if (isAbove(a, b)) return 'SUBSUMES';
  return isAbove(b, a) ? 'SUBSUMED_BY' : 'NOT_SUBSUMED';
}

function isAbove(a: ConceptRow, b: ConceptRow): boolean {
  return a.position < b.position && b.position <= a.subtreeEnd;
}
