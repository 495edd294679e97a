// What is known by an identity of its own, found again in another release by that identity.
import type { ConceptRow } from '@codeset/database/read';
import { codeKindsOf } from '@codeset/terminology';
import type { Continuation } from './alternatives.ts';
import type { PathPoint, ReleasesStep } from './path.ts';
import type { ReleasesLeg } from './route.ts';

/** The concept of the identity in the last release, with what it says of it. */
export interface FoundEntity {
  readonly row: ConceptRow;
  readonly kind: string;
  readonly display: string;
  readonly selectable: boolean;
}

/** The way of a concept that the last release has; a gap where it has none of that identity. */
export function entityWay(point: PathPoint, leg: ReleasesLeg, found: FoundEntity | undefined): Continuation {
  const { codeSystem, toVersion, from, to, blocked } = leg;
  if (!found || !to) {
    const reason = `${codeSystem} ${toVersion} has nothing of the identity ${point.key}.${blocked ? ` ${blocked.reason}` : ''}`;
    const kind = blocked?.kind ?? 'ended';
    return { steps: [], end: null, gap: { kind, reason, at: point } };
  }
  const { row, display } = found;
  const end: PathPoint = { ...point, version: toVersion, code: row.code, title: display, named: null };
  const step: ReleasesStep = {
    is: 'releases',
    before: from,
    after: to,
    from: point,
    to: end,
    relationship: 'equivalent',
    choices: 1,
    doubts: doubtsOf(point, leg, found),
    edges: [],
    reworded: null,
    together: [],
  };
  return { steps: [step], end, gap: null };
}

function doubtsOf(
  { code, key }: PathPoint,
  { toVersion, blocked, definition }: ReleasesLeg,
  { row, kind, selectable }: FoundEntity,
): string[] {
  const isCode = definition !== null && codeKindsOf(definition).has(kind);
  return [
    ...(blocked ? [`${blocked.reason} It is found again by its identity ${key}.`] : []),
    ...(code !== null && !isCode ? [`In ${toVersion} it is a ${kind}, not a code.`] : []),
    ...(isCode && !selectable ? [`${row.code ?? key} may not be coded with in ${toVersion}.`] : []),
  ];
}
