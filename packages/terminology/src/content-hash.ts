// The hashes under which contents are stored: sha256 over a canonical form, so that two databases agree.
import { hash } from 'node:crypto';
import type { ConceptContent, PropertySet } from './concept.ts';
import type { IndexContent } from './index-entry.ts';
import type { NoteSet } from './note-set.ts';

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

/** The hashes of a concept's texts and core properties. */
export function hashConceptContent(content: ConceptContent): ConceptHashes {
  const wording = sha256(canonicalJson([content.display, content.designations]));
  const meaning = sha256(canonicalJson([content.kind, content.selectable, content.properties]));
  return { content: sha256(`concept\n${wording}\n${meaning}`), wording, meaning };
}

/** The hash of what the tabular list says of a concept. */
export function hashNoteSet(noteSet: NoteSet): ContentHash {
  return sha256(`note-set\n${canonicalJson(noteSet)}`);
}

/** The hash of a set of properties from lists of their own. */
export function hashPropertySet(propertySet: PropertySet): ContentHash {
  return sha256(`property-set\n${canonicalJson(propertySet)}`);
}

/** The hash of one index line's own content. */
export function hashIndexContent(content: IndexContent): ContentHash {
  return sha256(`index\n${canonicalJson(content)}`);
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
