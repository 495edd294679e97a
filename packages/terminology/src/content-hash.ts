// The hashes under which contents are stored: sha256 over a canonical form, so that two databases agree.
import { hash } from 'node:crypto';
import type { ConceptContent, Designation, DesignationSet, PropertySet, PropertyValue } from './concept.ts';
import type { IndexContent } from './index-entry.ts';
import type { NoteSet, SeventhCharacter } from './note-set.ts';

/** A sha256 in lower-case hex, 64 characters. */
export type ContentHash = string;

/** The three hashes of a concept's content. */
export interface ConceptHashes {
  /** Over the whole content: equal hash, equal concept. */
  readonly content: ContentHash;
  /** Over the texts alone: differs when the concept was reworded. */
  readonly wording: ContentHash;
  /** Over kind, selectable and properties alone: differs when the concept changed in more than words. */
  readonly meaning: ContentHash;
}

// The canonical form is JSON of lists, members in a fixed order and without names: it says the same whatever order an
// object was built in, and JSON.stringify writes it five times as fast as sorted members.

/** The hashes of a concept's texts and core properties. */
export function hashConceptContent(content: ConceptContent): ConceptHashes {
  const { display, designations, kind, selectable, properties, effectiveFrom, effectiveTo } = content;
  const wording = sha256(JSON.stringify([display, designationLists(designations)]));
  const dates = effectiveFrom === null && effectiveTo === null ? [] : [effectiveFrom, effectiveTo];
  const meaning = hashMeaning(JSON.stringify([kind, selectable, propertyLists(properties), ...dates]));
  return { content: sha256(`concept\n${wording}\n${meaning}`), wording, meaning };
}

let lastMeaning = { form: '', hash: '' };

/** Neighbours in a release mostly mean the same but for their words: the last hash is kept, a fifth of the time. */
function hashMeaning(form: string): ContentHash {
  if (form !== lastMeaning.form) lastMeaning = { form, hash: sha256(form) };
  return lastMeaning.hash;
}

/** The hash of what the tabular list says of a concept. */
export function hashNoteSet(noteSet: NoteSet): ContentHash {
  const { title, notes, seventhCharacters, seventhCharacter, placeholder, tables } = noteSet;
  const form = [
    title,
    notes.map((note) => [
      note.kind,
      note.list,
      note.text,
      note.links.map(({ text, from, to, below }) => [text, from, to, below]),
    ]),
    seventhCharacters?.map(characterList) ?? null,
    seventhCharacter === null ? null : characterList(seventhCharacter),
    placeholder,
    tables.map((table) => [table.title, table.rows]),
  ];
  return sha256(`note-set\n${JSON.stringify(form)}`);
}

/** The hash of a set of properties from lists of their own. */
export function hashPropertySet(propertySet: PropertySet): ContentHash {
  return sha256(`property-set\n${JSON.stringify(propertyLists(propertySet.properties))}`);
}

/** The hash of a set of texts from translations. */
export function hashDesignationSet(designationSet: DesignationSet): ContentHash {
  return sha256(`designation-set\n${JSON.stringify(designationLists(designationSet.designations))}`);
}

/** The hash of one index line's own content. */
export function hashIndexContent(content: IndexContent): ContentHash {
  const { term, title, modifiers, letter, references } = content;
  const leads = references.map(({ kind, text, column, code, below }) => [kind, text, column, code, below]);
  return sha256(`index\n${JSON.stringify([term, title, modifiers, letter, leads])}`);
}

/** JSON with object members in the order of their names and no blanks: one text for one value. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

/** The sha256 of a text's UTF-8 bytes, in hex. */
export function sha256(text: string): ContentHash {
  return hash('sha256', text, 'hex');
}

function designationLists(
  designations: readonly Designation[],
): readonly (readonly [string, string, string])[] {
  return designations.map(({ use, language, value }) => [use, language, value]);
}

function propertyLists(
  properties: readonly PropertyValue[],
): readonly (readonly [string, string | number | boolean])[] {
  return properties.map(({ code, value }) => [code, value]);
}

function characterList({
  character,
  meaning,
  notes,
}: SeventhCharacter): readonly [string, string, readonly string[]] {
  return [character, meaning, notes];
}
