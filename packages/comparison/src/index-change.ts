// A change of an index entry, made of its two lines: what became of it, what it says before and after.
import type { IndexEntryRow } from '@codeset/database/read';
import {
  type IndexChangeKind,
  type IndexContent,
  type IndexReference,
  indexChangeKinds,
  sameWords,
} from '@codeset/terminology';
import type { IndexChange, IndexLine } from './index-diff.ts';
import { termForm } from './index-term-forms.ts';

/** An entry on either side; null where it is not there. */
export interface TwoLines {
  readonly from: { readonly row: IndexEntryRow; readonly line: IndexLine } | null;
  readonly to: { readonly row: IndexEntryRow; readonly line: IndexLine } | null;
  /** It was found elsewhere; where one path occurs twice, that may be the other place of the same path. */
  readonly moved: boolean;
}

/** Null where nothing differs. */
export function toIndexChange({ from, to, moved }: TwoLines): IndexChange | null {
  const before = from?.line ?? null;
  const after = to?.line ?? null;
  const otherPath = moved && before !== null && after !== null && !isSamePath(before.path, after.path);
  const found = new Set(kindsOf(before?.content ?? null, after?.content ?? null, otherPath));
  if (found.size === 0) return null;
  const kinds = indexChangeKinds.filter((kind) => found.has(kind));
  const onlyTitle = kinds.length === 1 && kinds[0] === 'reworded';
  const cosmetic = onlyTitle && sameWords(before?.content.title ?? '', after?.content.title ?? '');
  return { from: from?.row ?? null, to: to?.row ?? null, kinds, before, after, cosmetic };
}

function isSamePath(before: readonly string[], after: readonly string[]): boolean {
  return (
    before.length === after.length &&
    before.every((term, i) => termForm({ term }) === termForm({ term: after[i] ?? '' }))
  );
}

/** Everything that a content consists of is told by one of the kinds. */
function* kindsOf(
  before: IndexContent | null,
  after: IndexContent | null,
  moved: boolean,
): Generator<IndexChangeKind> {
  if (!before || !after) {
    if (before || after) yield before ? 'removed' : 'added';
    return;
  }
  if (moved || before.letter !== after.letter) yield 'moved';
  const modifiers = before.modifiers.join('\n') !== after.modifiers.join('\n');
  if (before.title !== after.title || before.term !== after.term || modifiers) yield 'reworded';
  if (!sameReferences(before.references, after.references)) yield 'leadsElsewhere';
}

function sameReferences(before: readonly IndexReference[], after: readonly IndexReference[]): boolean {
  return (
    before.length === after.length &&
    before.every((reference, i) => {
      const other = after[i];
      return other !== undefined && isSameReference(reference, other);
    })
  );
}

/** Whether two references say the same, to the letter. */
export function isSameReference(a: IndexReference, b: IndexReference): boolean {
  return (
    a.kind === b.kind &&
    a.text === b.text &&
    a.column === b.column &&
    a.code === b.code &&
    a.below === b.below
  );
}
