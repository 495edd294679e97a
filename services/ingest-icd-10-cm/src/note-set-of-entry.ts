// What the tabular list says of one entry, in our words: notes with their links, 7th characters, tables.
import {
  emptyNoteSet,
  type Finding,
  type Note,
  type NoteSet,
  type NoteTable,
  type SeventhCharacter,
} from '@codeset/terminology';
import { foldText } from './fold-text.ts';
import { findLinks, type LinkTargets, leadsSomewhere } from './note-links.ts';
import type { Extension, ImpairmentRows, NoteElement, NoteList, TabularEntry } from './tabular.ts';

const kindOfElement: Readonly<Record<NoteElement, string>> = {
  includes: 'includes',
  excludes1: 'excludes1',
  excludes2: 'excludes2',
  codeFirst: 'codeFirst',
  useAdditionalCode: 'useAdditionalCode',
  codeAlso: 'codeAlso',
  notes: 'notes',
  inclusionTerm: 'inclusionTerm',
  sevenChrNote: 'seventhCharacter',
  sectionIndex: 'sectionIndexNote',
};

/** What notes are read with, and where the oddities in them are noted. */
export interface NoteReading {
  readonly file: string;
  readonly targets: LinkTargets;
  readonly findings: Finding[];
  /** Links that lead nowhere in this release, by their text. */
  readonly lostLinks: Map<string, number>;
  /** The one note set of all codes that a 7th-character definition gives: some 50,000 codes have some 2,000. */
  readonly ofExtension: Map<Extension, NoteSet>;
}

/** What an entry has besides title, lists and definitions; all of it may be left out. */
export interface EntryExtras {
  /** Of the code's own 7th character. */
  readonly extension?: Extension | null;
  readonly placeholder?: boolean;
  readonly visualImpairment?: ImpairmentRows | null;
}

/** The note set of an entry whose concept is shown as `display`. */
export function noteSetOfEntry(
  entry: TabularEntry,
  display: string,
  { extension = null, placeholder = false, visualImpairment = null }: EntryExtras,
  reading: NoteReading,
): NoteSet {
  const folded = foldText(entry.desc);
  const title = folded === display ? null : folded;
  const plain = title === null && entry.lists.length === 0 && entry.extensions === null && extension === null;
  if (plain && !placeholder && visualImpairment === null) return emptyNoteSet;
  return {
    title,
    notes: entry.lists.flatMap((list, number) => notesOf(list, number, reading)),
    seventhCharacters: entry.extensions?.map(seventhCharacterOf) ?? null,
    seventhCharacter: extension === null ? null : seventhCharacterOf(extension),
    placeholder,
    tables: visualImpairment === null ? [] : [impairmentTable(visualImpairment)],
  };
}

/** A 7th character with its meaning and the notes on it. */
export function seventhCharacterOf({ char, text, notes }: Extension): SeventhCharacter {
  return { character: char, meaning: foldText(text), notes: notes.map(foldText) };
}

function notesOf({ element, line, notes }: NoteList, list: number, reading: NoteReading): Note[] {
  const kind = kindOfElement[element];
  return notes.flatMap((published): Note[] => {
    const text = foldText(published);
    const where = `${reading.file}:${line}`;
    if (text === '') {
      const message = `An empty note in ${element} is left out.`;
      reading.findings.push({ severity: 'info', rule: 'empty-note', message, where });
      return [];
    }
    if (element === 'inclusionTerm' && isMistyped(text)) {
      const message = `An inclusion term reads “${text}”: it is kept as the inclusion term that the publisher made it.`;
      reading.findings.push({ severity: 'warning', rule: 'mistyped-note', message, where });
    }
    return [{ kind, list, text, links: linksOf(text, reading) }];
  });
}

/** Another kind's heading at the start of an inclusion term. */
function isMistyped(text: string): boolean {
  return /^(?:excludes ?[12]|includes|code first|code also|use additional codes?)\s*:/i.test(text);
}

function linksOf(text: string, { targets, lostLinks }: NoteReading): Note['links'] {
  return findLinks(text).filter((link) => {
    const kept = leadsSomewhere(link, targets);
    if (!kept) lostLinks.set(link.text, (lostLinks.get(link.text) ?? 0) + 1);
    return kept;
  });
}

/** Its headings are its first rows; the title is the element's name in words. */
function impairmentTable(rows: ImpairmentRows): NoteTable {
  return { title: 'Visual impairment', rows };
}
