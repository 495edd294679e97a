// What processing notes and corrections say of each code.
import { emptyNoteSet, type Note, type NoteSet } from '@codeset/terminology';
import { correctionNote } from './correction-note.ts';
import type { Corrections } from './corrections.ts';
import { type MainRecord, onlyValue } from './main-record.ts';
import { noteLinks } from './note-links.ts';
import type { ProcessingNote } from './parse-processing-notes.ts';

/** The sources of notes; null where the release came without. */
export interface NoteSources {
  readonly processingNotes: readonly ProcessingNote[] | null;
  readonly corrections: Corrections | null;
}

/** Gives the note set of a code; null when the release came with neither source: not known, not none. */
export function noteSets(
  { processingNotes, corrections }: NoteSources,
  records: readonly MainRecord[],
): (record: MainRecord | null) => NoteSet | null {
  if (processingNotes === null && corrections === null) return () => null;
  const codes = new Set(records.map(({ code }) => code));
  const byNumber = new Map(
    (processingNotes ?? []).map(({ number, text }) => [number, setOf([processingNote(text, codes)])]),
  );
  const correctionsOfCode = new Map<string, Note[]>();
  for (const row of corrections?.rows ?? []) {
    const text = correctionNote(row);
    const note = { kind: 'correction', list: 0, text, links: noteLinks(text, codes) };
    correctionsOfCode.set(row.code, [...(correctionsOfCode.get(row.code) ?? []), note]);
  }
  return (record) => {
    if (record === null) return emptyNoteSet;
    const processing = byNumber.get(onlyValue(record, 'processingNote') ?? '') ?? emptyNoteSet;
    const corrected = correctionsOfCode.get(record.code);
    return corrected ? setOf([...processing.notes, ...inListAfter(corrected, processing)]) : processing;
  };
}

function processingNote(text: string, codes: ReadonlySet<string>): Note {
  return { kind: 'processingNote', list: 0, text, links: noteLinks(text, codes) };
}

/** Corrections are a list of their own. */
function inListAfter(corrected: readonly Note[], { notes }: NoteSet): Note[] {
  const list = notes.length === 0 ? 0 : 1;
  return corrected.map((note) => ({ ...note, list }));
}

function setOf(notes: readonly Note[]): NoteSet {
  return { ...emptyNoteSet, notes };
}
