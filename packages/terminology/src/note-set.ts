// What a tabular list says of one concept besides its title: notes, 7th characters, tables.

/** Everything one concept's entry in the publisher's tabular list says; stored once per distinct set. */
export interface NoteSet {
  /** The title the tabular list gives, where it differs from the display (`Sézary disease`); else null. */
  readonly title: string | null;
  /** In document order. */
  readonly notes: readonly Note[];
  /** The 7th characters that this concept defines for itself and all below it; null when it defines none. */
  readonly seventhCharacters: readonly SeventhCharacter[] | null;
  /** What the 7th character of this very code means; null when the code has none. */
  readonly seventhCharacter: SeventhCharacter | null;
  /** True when the publisher marks the code as one that holds an X placeholder. */
  readonly placeholder: boolean;
  readonly tables: readonly NoteTable[];
}

/** One instruction on a concept. */
export interface Note {
  /** One of the code system's `noteKinds`. */
  readonly kind: string;
  /** Number of the list the note stands in among the concept's lists, from 0: one element of the source is one list. */
  readonly list: number;
  /** As published, outer blanks and line ends folded. */
  readonly text: string;
  /** The codes and ranges that the text names, in order of appearance. */
  readonly links: readonly NoteLink[];
}

/** A code or a range of codes that a text names. */
export interface NoteLink {
  /** As written: `S52.-`, `A00-B99`. */
  readonly text: string;
  /** The code named, or the first of a range, dotted, without a trailing dash. */
  readonly from: string;
  /** The last of a range; null for a single code. */
  readonly to: string | null;
  /** True when a dash says that further characters are needed (`S52.-`): the code and all below it. */
  readonly below: boolean;
}

/** A 7th character with its meaning. */
export interface SeventhCharacter {
  readonly character: string;
  readonly meaning: string;
  /** Notes that belong to this character. */
  readonly notes: readonly string[];
}

/** A table that hangs on a concept, such as the categories of visual impairment. */
export interface NoteTable {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** The set of a concept of which the tabular list says nothing beyond its title. */
export const emptyNoteSet: NoteSet = {
  title: null,
  notes: [],
  seventhCharacters: null,
  seventhCharacter: null,
  placeholder: false,
  tables: [],
};

/** The kind of note that is a text for its concept, too. */
export const inclusionTermNote = 'inclusionTerm';
