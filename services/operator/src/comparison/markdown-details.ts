// The details of one change in Markdown: texts word by word, facts and notes before and after, in the definition's words.
import type { CodeSystemDefinition, FieldChange, Rewording, TermDefinition } from '@codeset/terminology';
import { displayUse } from '@codeset/terminology';
import type { ChangeRecord, NamedNoteChange } from './change-record.ts';
import { literal, named, plain } from './markdown-text.ts';
import { markedWords, spacingOnly } from './marked-words.ts';

/** The display with its changes marked, and below it the other texts that differ. */
export function rewordedLines(record: ChangeRecord, definition: CodeSystemDefinition): string[] {
  const { code, after, before, rewordings } = record;
  const marked = (text: Rewording) => markedText(text, !record.cosmetic);
  const display = rewordings.find(({ use }) => use === displayUse);
  const others = rewordings.filter((rewording) => rewording !== display);
  const shown = display ? marked(display) : plain((after ?? before)?.display ?? '');
  const head = code === null ? shown : `${literal(code)} ${shown}`;
  return [`- ${head}`, ...others.map((text) => `  - ${useOf(text, definition)}: ${marked(text)}`)];
}

/** Says that a rewording is cosmetic where that is not said of all. */
function markedText(
  { before, after, cosmetic }: Pick<Rewording, 'before' | 'after' | 'cosmetic'>,
  among: boolean,
): string {
  const text = markedWords(before, after);
  return cosmetic && among && !text.endsWith(spacingOnly) ? `${text} (case, punctuation or spacing)` : text;
}

function useOf(
  { use, language }: Rewording,
  { designationUses, language: own }: CodeSystemDefinition,
): string {
  return `${titleOf(designationUses, use)}${language === own ? '' : ` (${plain(language)})`}`;
}

/** The facts and notes that differ, but for what other kinds of change say. */
export function changedLines(record: ChangeRecord, definition: CodeSystemDefinition): string[] {
  const { code, before, after, kinds, fieldChanges, noteChanges } = record;
  const said = [
    ...(before?.selectable === after?.selectable ? [] : ['kind']),
    ...(kinds.includes('terminated') ? ['effectiveTo'] : []),
  ];
  const facts = fieldChanges.filter(({ field }) => !said.includes(field));
  return [
    `- ${named({ code, display: (after ?? before)?.display ?? '' })}`,
    ...facts.map((fact) => `  - ${factLine(fact, definition)}`),
    ...noteChanges.map((note) => `  - ${noteLine(note, definition)}`),
  ];
}

function factLine({ field, name, before, after }: FieldChange, definition: CodeSystemDefinition): string {
  const value = (given: string | null) => valueText(field, name, given, definition);
  const change = (title: string) => `${title}: ${value(before)} → ${value(after)}`;
  switch (field) {
    case 'identifier':
      return change('Identifier');
    case 'kind':
      return change('Kind');
    case 'effectiveFrom':
      return change('First day');
    case 'effectiveTo':
      return change('Last day');
    case 'property':
      return change(titleOf(definition.properties, name ?? ''));
    case 'seventhCharacter':
      return `7th character ${literal(name ?? '')}: ${markedWords(before, after)}`;
    case 'placeholder':
      return change('Marked as holding a placeholder');
    case 'table':
      return `Table ${plain(name ?? '')}: ${markedWords(before, after)}`;
    case 'noteOrder':
      return 'The same notes, in another order or in other lists';
    default:
      return field satisfies never;
  }
}

/** With its meaning where the definition has one. */
function valueText(
  field: FieldChange['field'],
  name: string | null,
  value: string | null,
  { kinds, properties }: CodeSystemDefinition,
): string {
  if (value === null) return 'none';
  if (field === 'kind') return titleOf(kinds, value);
  const meanings = field === 'property' ? properties.find(({ code }) => code === name)?.values : undefined;
  const meaning = meanings?.find(({ code }) => code === value)?.title;
  return meaning === undefined || meaning === value ? plain(value) : `${plain(value)} (${plain(meaning)})`;
}

function noteLine(
  { change, kind, before, after, cosmetic, other }: NamedNoteChange,
  definition: CodeSystemDefinition,
): string {
  const title = titleOf(definition.noteKinds, kind);
  const text = plain(after ?? before ?? '');
  const place = other
    ? ` ${after === null ? 'to' : 'from'} ${other.code === null ? plain(other.display) : literal(other.code)}`
    : '';
  switch (change) {
    case 'added':
      return `${title}, added: ${text}`;
    case 'removed':
      return `${title}, removed: ${text}`;
    case 'reworded':
      return `${title}: ${markedText({ before, after, cosmetic }, true)}`;
    case 'movedUp':
      return `${title}, moved up${place}: ${text}`;
    case 'movedDown':
      return `${title}, moved down${place}: ${text}`;
    default:
      return change satisfies never;
  }
}

function titleOf(terms: readonly TermDefinition[], code: string): string {
  return plain(terms.find((term) => term.code === code)?.title ?? code);
}
