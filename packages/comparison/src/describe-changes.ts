// The details of some changes of a diff: which texts, facts and notes differ, before and after.
import type { ConceptRow } from '@codeset/database/read';
import {
  type ConceptDifference,
  compareConcepts,
  type FieldChange,
  type NoteChange,
  type Rewording,
} from '@codeset/terminology';
import { type ContentReader, readParts } from './concept-parts.ts';
import type { Change, NoteMove, ReleaseDiff } from './release-diff.ts';

/** What differs in a concept that both releases have; empty lists for one that is in one release only. */
export interface ChangeDetail {
  readonly rewordings: readonly Rewording[];
  readonly fieldChanges: readonly FieldChange[];
  readonly noteChanges: readonly DetailedNoteChange[];
}

/** A note that differs, with the concept it moved to or came from. */
export interface DetailedNoteChange extends NoteChange {
  /** Key of the concept above or below that has it in the other release; null unless it moved. */
  readonly otherKey: string | null;
}

/** The details of each change, in their order. */
export async function describeChanges(
  contents: ContentReader,
  { scope, codeKinds }: Pick<ReleaseDiff, 'scope' | 'codeKinds'>,
  changes: readonly Change[],
): Promise<ChangeDetail[]> {
  const both = changes.filter(({ from, to }) => from !== null && to !== null);
  const rows = both.flatMap(({ from, to }) => [from, to]).filter((row): row is ConceptRow => row !== null);
  const all = { content: true, notes: true, properties: true, designations: true };
  const parts = await readParts(contents, rows, () => all);
  return changes.map((change) => {
    const before = change.from && parts.get(change.from);
    const after = change.to && parts.get(change.to);
    const difference = before && after ? compareConcepts(before, after, scope) : null;
    return {
      rewordings: difference?.rewordings ?? [],
      fieldChanges: [...identifierChange(change, codeKinds), ...(difference?.fieldChanges ?? [])],
      noteChanges: withMoves(difference ?? null, change.noteMoves),
    };
  });
}

/** A grouping's identifier is a fact like others; a code that changed is told by the kind `recoded`. */
function identifierChange(
  { from, to, before, after }: Change,
  codeKinds: ReadonlySet<string>,
): FieldChange[] {
  if (!from || !to || from.code === to.code) return [];
  if ([before, after].some((headline) => headline && codeKinds.has(headline.kind))) return [];
  return [{ field: 'identifier', name: null, before: from.code, after: to.code }];
}

function withMoves(difference: ConceptDifference | null, moves: readonly NoteMove[]): DetailedNoteChange[] {
  const found: DetailedNoteChange[] = [];
  const taken = new Set<NoteMove>();
  const moveOf = (kind: string, text: string | null, left: boolean) => {
    const move = moves.find(
      (candidate) =>
        !taken.has(candidate) &&
        candidate.kind === kind &&
        candidate.text === text &&
        candidate.left === left,
    );
    if (move) taken.add(move);
    return move;
  };
  for (const note of difference?.noteChanges ?? []) {
    const leaving = note.change === 'added' ? undefined : moveOf(note.kind, note.before, true);
    const coming = note.change === 'removed' ? undefined : moveOf(note.kind, note.after, false);
    const move = leaving ?? coming;
    found.push({ ...note, change: move?.direction ?? note.change, otherKey: move?.otherKey ?? null });
  }
  // A concept that came or went has no difference of its own: only what moved is told of its notes.
  for (const move of moves) {
    if (taken.has(move)) continue;
    found.push({
      change: move.direction,
      kind: move.kind,
      before: move.left ? move.text : null,
      after: move.left ? null : move.text,
      cosmetic: false,
      otherKey: move.otherKey,
    });
  }
  return found;
}
