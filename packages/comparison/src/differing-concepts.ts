// Concepts that differ, with what both releases say of them: what the kinds of a change are told from.
import type { ConceptRow } from '@codeset/database/read';
import {
  type ComparisonScope,
  type ConceptDifference,
  type ConceptParts,
  compareConcepts,
  type Note,
} from '@codeset/terminology';
import { type ContentReader, contentOnly, readParts, type WantedParts } from './concept-parts.ts';
import type { MovingNote } from './note-moves.ts';
import type { Headline } from './release-diff.ts';
import { Turns } from './turns.ts';

/** A concept's line in either list; null where it is not there. */
export interface DifferingLine {
  readonly from: ConceptRow | null;
  readonly to: ConceptRow | null;
  /** It stands under another parent. */
  readonly moved: boolean;
}

/** A line that differs, with what its contents say. */
export interface DifferingConcept extends DifferingLine {
  readonly key: string;
  readonly before: Headline | null;
  readonly after: Headline | null;
  /** Null for a concept that is in one release only. */
  readonly difference:
    | (Pick<ConceptDifference, 'rewordings' | 'fieldChanges'> & { readonly notes: number })
    | null;
  readonly left: readonly MovingNote[];
  readonly came: readonly MovingNote[];
}

/** Reads and compares the contents of the lines, in their order. */
export async function withContents(
  contents: ContentReader,
  rows: readonly DifferingLine[],
  scope: ComparisonScope,
): Promise<DifferingConcept[]> {
  const wanted = new Map<ConceptRow, WantedParts>();
  for (const { from, to } of rows) {
    const differs = (idOf: (row: ConceptRow) => number | null) =>
      from === null || to === null || (idOf(from) !== null && idOf(to) !== null && idOf(from) !== idOf(to));
    const parts = {
      notes: differs(({ noteSetId }) => noteSetId),
      properties: differs(({ propertySetId }) => propertySetId) && from !== null && to !== null,
      designations: differs(({ designationSetId }) => designationSetId) && from !== null && to !== null,
    };
    for (const row of [from, to]) if (row) wanted.set(row, parts);
  }
  const parts = await readParts(contents, [...wanted.keys()], (row) => wanted.get(row) ?? contentOnly);
  return await new Turns().map(rows, (row) => differingConcept(row, parts, scope));
}

function differingConcept(
  row: DifferingLine,
  parts: ReadonlyMap<ConceptRow, ConceptParts>,
  scope: ComparisonScope,
): DifferingConcept {
  const [before, after] = [row.from, row.to].map((side) => (side ? (parts.get(side) ?? null) : null));
  const difference = before && after ? compareConcepts(before, after, scope) : null;
  const noted = difference?.noteChanges ?? [];
  const moving = (notes: readonly Note[] | undefined) =>
    (notes ?? []).map(({ kind, text }): MovingNote => ({ kind, text }));
  const changed = (text: 'before' | 'after') =>
    noted.flatMap((note) => (note[text] === null ? [] : [{ kind: note.kind, text: note[text] }]));
  return {
    ...row,
    key: row.to?.key ?? row.from?.key ?? '',
    before: before ? headlineOf(before) : null,
    after: after ? headlineOf(after) : null,
    difference: difference && {
      rewordings: difference.rewordings,
      fieldChanges: difference.fieldChanges,
      notes: noted.length,
    },
    left: difference ? changed('before') : moving(before?.noteSet?.notes),
    came: difference ? changed('after') : moving(after?.noteSet?.notes),
  };
}

/** What a list shows of a concept. */
export function headlineOf({ content }: Pick<ConceptParts, 'content'>): Headline {
  const { kind, display, selectable, effectiveFrom, effectiveTo } = content;
  return { kind, display, selectable, effectiveFrom, effectiveTo };
}

/** Whether it is a code in one of the releases at least, not a grouping. */
export function isOfCode({ before, after }: DifferingConcept, codeKinds: ReadonlySet<string>): boolean {
  return [before, after].some((headline) => headline !== null && codeKinds.has(headline.kind));
}
