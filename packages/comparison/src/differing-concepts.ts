// Concepts that differ, with what both releases say of them: what the kinds of a change are told from.
import type { ConceptRow, Headline } from '@codeset/database/read';
import {
  type ComparisonScope,
  type ConceptDifference,
  type ConceptParts,
  compareConcepts,
  type Note,
} from '@codeset/terminology';
import { type ContentReader, readParts, type WantedParts } from './concept-parts.ts';
import type { MovingNote } from './note-moves.ts';
import type { Turns } from './turns.ts';

/** A concept's line in either list; null where it is not there. */
export interface DifferingLine {
  readonly from: ConceptRow | null;
  readonly to: ConceptRow | null;
  /** It stands under another parent. */
  readonly moved: boolean;
}

/** A line that differs, with what lists show of the concept; null where it is not there. */
export interface HeadedLine extends DifferingLine {
  readonly before: Headline | null;
  readonly after: Headline | null;
}

/** A line that differs, with what its contents say. */
export interface DifferingConcept extends HeadedLine {
  readonly key: string;
  /** Null for a concept that is in one release only. */
  readonly difference: PartedDifference | null;
  /** Notes that it lost, where it can have lost them to another concept. */
  readonly left: readonly MovingNote[];
  /** Notes that it got, where they can have come from another one. */
  readonly came: readonly MovingNote[];
}

/** Its notes are told by what left and what came. */
type PartedDifference = Pick<ConceptDifference, 'rewordings' | 'fieldChanges'> & { readonly notes: number };

/** What is compared of the lines. */
export interface ContentsToCompare {
  readonly contents: ContentReader;
  readonly scope: ComparisonScope;
  /** Whether notes that came or went with a concept are wanted: they may have moved. */
  readonly movingNotes: boolean;
  readonly turns: Turns;
}

/** Reads and compares the contents of the lines, in their order; of what both releases say alike nothing is read. */
export async function withContents(
  { contents, scope, movingNotes, turns }: ContentsToCompare,
  lines: readonly HeadedLine[],
): Promise<DifferingConcept[]> {
  const wanted = new Map<ConceptRow, WantedParts>();
  const alone = movingNotes ? notesOnly : null;
  for (const { from, to } of lines) {
    const parts = from && to ? differingParts(from, to) : alone;
    for (const row of [from, to]) if (row && parts) wanted.set(row, parts);
  }
  const parts = await readParts(contents, [...wanted.keys()], (row) => wanted.get(row) ?? notesOnly);
  await turns.give();
  return await turns.map(lines, (line) => differingConcept(line, parts, scope));
}

const notesOnly: WantedParts = { content: false, notes: true, properties: false, designations: false };

/** A part that one of the releases came without is not compared. */
function differingParts(from: ConceptRow, to: ConceptRow): WantedParts {
  const differ = (a: number | null, b: number | null) => a !== null && b !== null && a !== b;
  return {
    content: from.contentId !== to.contentId,
    notes: differ(from.noteSetId, to.noteSetId),
    properties: differ(from.propertySetId, to.propertySetId),
    designations: differ(from.designationSetId, to.designationSetId),
  };
}

function differingConcept(
  { from, to, moved, before, after }: HeadedLine,
  parts: ReadonlyMap<ConceptRow, ConceptParts>,
  scope: ComparisonScope,
): DifferingConcept {
  const old = from ? parts.get(from) : undefined;
  const now = to ? parts.get(to) : undefined;
  const difference = from && to && old && now ? compareConcepts(old, now, scope) : null;
  return {
    key: to?.key ?? from?.key ?? '',
    from,
    to,
    moved,
    before,
    after,
    difference: difference && {
      rewordings: difference.rewordings,
      fieldChanges: difference.fieldChanges,
      notes: difference.noteChanges.length,
    },
    left: difference ? changedNotes(difference, 'before') : moving(old?.noteSet?.notes),
    came: difference ? changedNotes(difference, 'after') : moving(now?.noteSet?.notes),
  };
}

/** Shared by all that have none. */
const noNotes: readonly MovingNote[] = [];

function moving(notes: readonly Note[] | undefined): readonly MovingNote[] {
  if (!notes || notes.length === 0) return noNotes;
  return notes.map(({ kind, text }) => ({ kind, text }));
}

function changedNotes({ noteChanges }: ConceptDifference, side: 'before' | 'after'): readonly MovingNote[] {
  if (noteChanges.length === 0) return noNotes;
  return noteChanges.flatMap(({ kind, [side]: text }) => (text === null ? [] : [{ kind, text }]));
}

/** What a list shows of a concept. */
export function headlineOf({ content }: Pick<ConceptParts, 'content'>): Headline {
  const { kind, display, selectable, effectiveFrom, effectiveTo } = content;
  return { kind, display, selectable, effectiveFrom, effectiveTo };
}

/** Whether it is a code in one of the releases at least, not a grouping. */
export function isOfCode(
  { before, after }: Pick<HeadedLine, 'before' | 'after'>,
  codeKinds: ReadonlySet<string>,
): boolean {
  return (before !== null && codeKinds.has(before.kind)) || (after !== null && codeKinds.has(after.kind));
}
