// What an index entry leads to, before and after: which reference took the place of which.
import type { IndexReference, IndexReferenceKind } from '@codeset/terminology';
import { isSameReference } from './index-change.ts';

/** A reference that differs. */
export interface ReferenceChange {
  readonly kind: IndexReferenceKind;
  /** The column of a table's cell; null elsewhere. */
  readonly column: number | null;
  /** Null where there was none. */
  readonly before: IndexReference | null;
  /** Null where there is none. */
  readonly after: IndexReference | null;
}

/**
 * The references that differ: those that both have are left out, the others stand opposite one another by kind and
 * column, in their order. Empty where the same ones stand in another order.
 */
export function compareReferences(
  before: readonly IndexReference[],
  after: readonly IndexReference[],
): ReferenceChange[] {
  const came = [...after];
  const left = before.filter((reference) => {
    const at = came.findIndex((other) => isSameReference(reference, other));
    if (at >= 0) came.splice(at, 1);
    return at < 0;
  });
  const changes = left.map((reference): ReferenceChange => {
    const at = came.findIndex(({ kind, column }) => kind === reference.kind && column === reference.column);
    const [other = null] = at < 0 ? [] : came.splice(at, 1);
    return { kind: reference.kind, column: reference.column, before: reference, after: other };
  });
  return [
    ...changes,
    ...came.map((other) => ({ kind: other.kind, column: other.column, before: null, after: other })),
  ];
}
