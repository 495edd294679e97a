// One change with all its details, as a program reads it: a line of ndjson, and what every other format is made from.
import type { Change, ChangeDetail, DetailedNoteChange } from '@codeset/comparison';
import type { Headline } from '@codeset/database/read';
import type { ChangeKind, FieldChange, PlainDate, Rewording } from '@codeset/terminology';

/** A concept as others name it. */
export interface ConceptName {
  readonly key: string;
  /** Null when it has none. */
  readonly code: string | null;
  readonly display: string;
}

/** What one release says of the concept. */
export interface ChangeSide {
  readonly code: string | null;
  /** One of the code system's kinds of concepts. */
  readonly kind: string;
  readonly display: string;
  readonly selectable: boolean;
  /** First and last day of the code's own; null where none is given. */
  readonly effectiveFrom: PlainDate | null;
  readonly effectiveTo: PlainDate | null;
}

export interface ChangeRecord {
  /** Identity of the concept over all releases. */
  readonly key: string;
  /** In the second release, or in the first where it is gone; null when it has none. */
  readonly code: string | null;
  readonly kinds: readonly ChangeKind[];
  /** Nothing differs but case, punctuation or spacing of texts. */
  readonly cosmetic: boolean;
  /** Null where none is known. */
  readonly chapter: ConceptName | null;
  /** Null when the first release has no such concept. */
  readonly before: ChangeSide | null;
  /** Null when the second release has no such concept. */
  readonly after: ChangeSide | null;
  /** Null unless it moved; a root has no parent. */
  readonly parents: { readonly before: ConceptName | null; readonly after: ConceptName | null } | null;
  /** The codes that took its place, in tabular order. */
  readonly subdividedInto: readonly ConceptName[];
  readonly rewordings: readonly Rewording[];
  readonly fieldChanges: readonly FieldChange[];
  readonly noteChanges: readonly NamedNoteChange[];
}

/** A note that differs, with the concept above or below that has it in the other release; null unless it moved. */
export type NamedNoteChange = Omit<DetailedNoteChange, 'otherKey'> & { readonly other: ConceptName | null };

/** Gives a concept its name by its key. */
export type NameOf = (key: string) => ConceptName;

/** Puts together what is known of a change. */
export function changeRecord(
  change: Change,
  { rewordings, fieldChanges, noteChanges }: ChangeDetail,
  parents: ChangeRecord['parents'],
  names: { readonly nameOf: NameOf; readonly chapterOf: (key: string) => ConceptName | null },
): ChangeRecord {
  const { key, from, to, kinds, cosmetic, chapterKey, before, after, heirs } = change;
  return {
    key,
    code: (to ?? from)?.code ?? null,
    kinds,
    cosmetic,
    chapter: chapterKey === null ? null : names.chapterOf(chapterKey),
    before: before && sideOf(from, before),
    after: after && sideOf(to, after),
    parents,
    subdividedInto: heirs.map(names.nameOf),
    rewordings,
    fieldChanges,
    noteChanges: noteChanges.map(({ otherKey, ...note }) => ({
      ...note,
      other: otherKey === null ? null : names.nameOf(otherKey),
    })),
  };
}

function sideOf(row: Change['from'], headline: Headline): ChangeSide {
  const { kind, display, selectable, effectiveFrom, effectiveTo } = headline;
  return { code: row?.code ?? null, kind, display, selectable, effectiveFrom, effectiveTo };
}
