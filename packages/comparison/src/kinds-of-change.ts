// The kinds of a change, from how the two lines of a concept differ.
import { type ChangeKind, changeKinds } from '@codeset/terminology';
import type { DifferingConcept } from './differing-concepts.ts';

/** What is known from the other concepts and releases. */
export interface Circumstances {
  /** New codes took its place. */
  readonly heirs: boolean;
  /** A release before the first one had it. */
  readonly reinstated: boolean;
  /** The second release is not in force before the first: reinstating and terminating are a course of events. */
  readonly forward: boolean;
  /** It is a code in one of the releases at least; a grouping's identifier is not its code. */
  readonly isCode: boolean;
}

/** In the order of `changeKinds`; empty where nothing differs that both releases know. */
export function kindsOfChange(concept: DifferingConcept, circumstances: Circumstances): ChangeKind[] {
  const found = new Set(
    concept.before === null || concept.after === null
      ? comingOrGoing(concept, circumstances)
      : staying(concept, circumstances),
  );
  return changeKinds.filter((kind) => found.has(kind));
}

function comingOrGoing({ before }: DifferingConcept, { heirs, reinstated }: Circumstances): ChangeKind[] {
  if (before !== null) return [heirs ? 'subdivided' : 'removed'];
  return reinstated ? ['added', 'reinstated'] : ['added'];
}

function* staying(
  { from, to, before, after, moved, difference }: DifferingConcept,
  { heirs, isCode, forward }: Circumstances,
): Generator<ChangeKind> {
  const flagged = before?.selectable !== after?.selectable;
  const ended = forward && before?.effectiveTo === null && after?.effectiveTo !== null;
  if (heirs) yield 'subdivided';
  if (forward && before?.effectiveTo !== null && after?.effectiveTo === null) yield 'reinstated';
  if (from?.code !== to?.code) yield isCode ? 'recoded' : 'changed';
  if (flagged) yield 'selectableChanged';
  if (ended) yield 'terminated';
  if (moved) yield 'moved';
  if (!difference) return;
  if (difference.rewordings.length > 0) yield 'reworded';
  // A code that becomes a header changes its kind with it, and one that is terminated its last day: said already.
  const further = difference.fieldChanges.filter(
    ({ field }) => !(field === 'kind' && flagged) && !(field === 'effectiveTo' && ended),
  );
  if (further.length + difference.notes > 0) yield 'changed';
}
