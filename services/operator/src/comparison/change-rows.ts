// Changes in long form, one row for each thing that differs: the columns of CSV and Parquet.
import type { ChangedField, CodeSystemDefinition, FieldChange, Rewording } from '@codeset/terminology';
import type { ChangeRecord, ChangeSide, NamedNoteChange } from './change-record.ts';

/** The columns in their order; every value is text or a boolean, null where there is none. */
export const columns = [
  { name: 'code', type: 'STRING' },
  { name: 'kinds', type: 'STRING' },
  { name: 'differs', type: 'STRING' },
  { name: 'before', type: 'STRING' },
  { name: 'after', type: 'STRING' },
  { name: 'cosmetic', type: 'BOOLEAN' },
  { name: 'other_code', type: 'STRING' },
  { name: 'display_before', type: 'STRING' },
  { name: 'display_after', type: 'STRING' },
  { name: 'selectable_before', type: 'BOOLEAN' },
  { name: 'selectable_after', type: 'BOOLEAN' },
  { name: 'concept_kind', type: 'STRING' },
  { name: 'chapter', type: 'STRING' },
  { name: 'chapter_display', type: 'STRING' },
  { name: 'key', type: 'STRING' },
  { name: 'code_system', type: 'STRING' },
  { name: 'from_version', type: 'STRING' },
  { name: 'to_version', type: 'STRING' },
  { name: 'sample', type: 'BOOLEAN' },
] as const;

type Column = (typeof columns)[number];

/** A row under the names of the columns. */
export type ChangeRow = {
  readonly [Name in Column['name']]: Extract<Column, { name: Name }>['type'] extends 'BOOLEAN'
    ? boolean | null
    : string | null;
};

/** What is the same in every row of a comparison. */
export interface RowContext {
  readonly definition: Pick<CodeSystemDefinition, 'id' | 'language'>;
  readonly from: { readonly version: string; readonly sample: boolean };
  readonly to: { readonly version: string; readonly sample: boolean };
}

/** The rows of one change: a single one for what came or went, and one for each code that took its place. */
export function changeRows(record: ChangeRecord, { definition, from, to }: RowContext): ChangeRow[] {
  const { key, code, kinds, before, after, chapter } = record;
  const same = {
    display_before: before?.display ?? null,
    display_after: after?.display ?? null,
    selectable_before: before?.selectable ?? null,
    selectable_after: after?.selectable ?? null,
    concept_kind: (after ?? before)?.kind ?? null,
    chapter: chapter && (chapter.code ?? chapter.key),
    chapter_display: chapter?.display ?? null,
    key,
    code_system: definition.id,
    from_version: from.version,
    to_version: to.version,
    sample: from.sample || to.sample,
  };
  const rows = before && after ? staying(record, before, after, definition.language) : [concept(record)];
  return [...rows, ...subdivided(record)].map(({ differs, ...row }) => ({
    code,
    kinds: kinds.join(' '),
    differs,
    ...row,
    ...same,
  }));
}

type Difference = Pick<ChangeRow, 'before' | 'after' | 'cosmetic' | 'other_code'> & {
  readonly differs: string;
};

function concept({ before, after }: ChangeRecord): Difference {
  return difference('concept', before?.display ?? null, after?.display ?? null);
}

function staying(
  { kinds, parents, rewordings, fieldChanges, noteChanges }: ChangeRecord,
  before: ChangeSide,
  after: ChangeSide,
  language: string,
): Difference[] {
  const recoded = kinds.includes('recoded');
  const flagged = before.selectable !== after.selectable;
  const parentOf = (side: 'before' | 'after') => parents?.[side]?.code ?? parents?.[side]?.key ?? null;
  return [
    ...(recoded ? [difference('code', before.code, after.code)] : []),
    ...(flagged ? [difference('selectable', String(before.selectable), String(after.selectable))] : []),
    ...(parents ? [difference('parent', parentOf('before'), parentOf('after'))] : []),
    ...rewordings.map((rewording) => text(rewording, language)),
    ...fieldChanges.map(fact),
    ...noteChanges.map(note),
  ];
}

function subdivided({ before, subdividedInto }: ChangeRecord): Difference[] {
  return subdividedInto.map(({ code, key, display }) => ({
    ...difference('subdivided-into', before?.display ?? null, display),
    other_code: code ?? key,
  }));
}

/** A text in the release's own language goes by its use alone, a translation by use and language, `title:es`. */
function text({ use, language, before, after, cosmetic }: Rewording, own: string): Difference {
  return { ...difference(language === own ? use : `${use}:${language}`, before, after), cosmetic };
}

const factNames: Readonly<Record<ChangedField, string>> = {
  identifier: 'identifier',
  kind: 'kind',
  effectiveFrom: 'effective-from',
  effectiveTo: 'effective-to',
  property: 'property',
  seventhCharacter: 'seventh-character',
  placeholder: 'placeholder',
  table: 'table',
  noteOrder: 'note-order',
};

function fact({ field, name, before, after }: FieldChange): Difference {
  return difference(name === null ? factNames[field] : `${factNames[field]}:${name}`, before, after);
}

function note({ kind, before, after, cosmetic, other }: NamedNoteChange): Difference {
  return {
    ...difference(`note:${kind}`, before, after),
    cosmetic,
    other_code: other && (other.code ?? other.key),
  };
}

function difference(differs: string, before: string | null, after: string | null): Difference {
  return { differs, before, after, cosmetic: false, other_code: null };
}
