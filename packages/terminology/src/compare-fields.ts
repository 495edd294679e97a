// The facts of a concept in two releases besides its texts and notes: kind, dates, properties, 7th characters, tables.
import type { ComparisonScope, ConceptParts } from './concept-difference.ts';
import type { NoteSet, SeventhCharacter } from './note-set.ts';
import { inOrder, surplus } from './paired.ts';

export type ChangedField =
  | 'identifier'
  | 'kind'
  | 'effectiveFrom'
  | 'effectiveTo'
  | 'property'
  | 'seventhCharacter'
  | 'placeholder'
  | 'table'
  | 'noteOrder';

/** One fact that differs. */
export interface FieldChange {
  readonly field: ChangedField;
  /** The code of the property, the 7th character or the title of the table; null for the others. */
  readonly name: string | null;
  /** As text; null where there was none. */
  readonly before: string | null;
  /** As text; null where there is none. */
  readonly after: string | null;
}

/** Kind and dates first, then properties, then what the tabular list says; `selectable` is a change of its own. */
export function compareFields(
  before: ConceptParts,
  after: ConceptParts,
  scope: ComparisonScope,
): FieldChange[] {
  const [a, b] = [before.content, after.content];
  const changes: FieldChange[] = [];
  addWhereDifferent(changes, 'kind', null, a.kind, b.kind);
  addWhereDifferent(changes, 'effectiveFrom', null, a.effectiveFrom, b.effectiveFrom);
  addWhereDifferent(changes, 'effectiveTo', null, a.effectiveTo, b.effectiveTo);
  changes.push(...compareProperties(before, after, scope));
  if (before.noteSet && after.noteSet) changes.push(...compareTabular(before.noteSet, after.noteSet));
  return changes;
}

function addWhereDifferent(
  changes: FieldChange[],
  field: ChangedField,
  name: string | null,
  before: string | null,
  after: string | null,
): void {
  if (before !== after) changes.push({ field, name, before, after });
}

function compareProperties(before: ConceptParts, after: ConceptParts, scope: ComparisonScope): FieldChange[] {
  const [old, now] = [valuesByCode(before, after, scope), valuesByCode(after, before, scope)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const changed = surplus(old.get(name) ?? [], now.get(name) ?? [], String);
    return inOrder(changed.left, changed.came).map(
      (pair): FieldChange => ({ field: 'property', name, ...pair }),
    );
  });
}

function valuesByCode(
  parts: ConceptParts,
  other: ConceptParts,
  { unknownProperties }: ComparisonScope,
): Map<string, string[]> {
  const sets = parts.propertySet && other.propertySet ? parts.propertySet.properties : [];
  const values = new Map<string, string[]>();
  for (const { code, value } of [...parts.content.properties, ...sets]) {
    if (unknownProperties.has(code)) continue;
    const held = values.get(code);
    if (held) held.push(String(value));
    else values.set(code, [String(value)]);
  }
  return values;
}

function compareTabular(before: NoteSet, after: NoteSet): FieldChange[] {
  const changes: FieldChange[] = [];
  compareNamed(changes, 'seventhCharacter', charactersOf(before), charactersOf(after));
  addWhereDifferent(changes, 'placeholder', null, String(before.placeholder), String(after.placeholder));
  compareNamed(changes, 'table', tablesOf(before), tablesOf(after));
  return changes;
}

function compareNamed(
  changes: FieldChange[],
  field: ChangedField,
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): void {
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    addWhereDifferent(changes, field, name, old.get(name) ?? null, now.get(name) ?? null);
  }
}

/** What it defines for the codes below, and what its own last character means. */
function charactersOf({ seventhCharacters, seventhCharacter }: NoteSet): Map<string, string> {
  const text = ({ meaning, notes }: SeventhCharacter) => [meaning, ...notes].join('\n');
  const characters = new Map((seventhCharacters ?? []).map((one) => [one.character, text(one)]));
  if (seventhCharacter) characters.set(seventhCharacter.character, text(seventhCharacter));
  return characters;
}

function tablesOf({ tables }: NoteSet): Map<string, string> {
  return new Map(tables.map(({ title, rows }) => [title, rows.map((row) => row.join(' | ')).join('\n')]));
}
