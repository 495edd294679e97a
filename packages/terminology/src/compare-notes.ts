// The notes of a concept in two releases: added, removed, reworded.
import type { FieldChange } from './compare-fields.ts';
import type { Note } from './note-set.ts';
import { surplus } from './paired.ts';
import { sameWords, wordOverlap } from './same-words.ts';

/** `movedUp`, `movedDown`: the note stands on a concept above or below it in the other release. */
export type NoteChangeKind = 'added' | 'removed' | 'reworded' | 'movedUp' | 'movedDown';

/** One note that differs. */
export interface NoteChange {
  readonly change: NoteChangeKind;
  /** One of the code system's `noteKinds`. */
  readonly kind: string;
  /** Null for a note that was not there. */
  readonly before: string | null;
  /** Null for a note that is gone. */
  readonly after: string | null;
  /** Only case, punctuation or spacing differ; false but for a reworded note. */
  readonly cosmetic: boolean;
}

/** Two notes of a kind are one that was reworded when they have half of their words in common. */
const likeness = 0.5;

const identity = ({ kind, text }: Note) => `${kind} ${text}`;

/** What was removed and reworded in the order of before, then what was added in the order of after. */
export function compareNotes(
  before: readonly Note[],
  after: readonly Note[],
): { changes: NoteChange[]; rearranged: FieldChange[] } {
  const { left, came } = surplus(before, after, identity);
  if (left.length + came.length === 0) return { changes: [], rearranged: rearranged(before, after) };
  const partners = pairAlike(left, came);
  const changes: NoteChange[] = left.map((note) => {
    const partner = partners.get(note);
    return partner
      ? {
          change: 'reworded',
          kind: note.kind,
          before: note.text,
          after: partner.text,
          cosmetic: sameWords(note.text, partner.text),
        }
      : { change: 'removed', kind: note.kind, before: note.text, after: null, cosmetic: false };
  });
  const taken = new Set(partners.values());
  for (const note of came) {
    if (taken.has(note)) continue;
    changes.push({ change: 'added', kind: note.kind, before: null, after: note.text, cosmetic: false });
  }
  return { changes, rearranged: [] };
}

/** The most alike first, each note in one pair at most. */
function pairAlike(left: readonly Note[], came: readonly Note[]): Map<Note, Note> {
  const candidates = left.flatMap((note, l) =>
    came.flatMap((other, c) => {
      if (other.kind !== note.kind) return [];
      const score = sameWords(note.text, other.text) ? 1 : wordOverlap(note.text, other.text);
      return score >= likeness ? [{ note, other, score, l, c }] : [];
    }),
  );
  candidates.sort((a, b) => b.score - a.score || a.l - b.l || a.c - b.c);
  const pairs = new Map<Note, Note>();
  const taken = new Set<Note>();
  for (const { note, other } of candidates) {
    if (pairs.has(note) || taken.has(other)) continue;
    pairs.set(note, other);
    taken.add(other);
  }
  return pairs;
}

/** The same notes in another order, or in other lists. */
function rearranged(before: readonly Note[], after: readonly Note[]): FieldChange[] {
  const arrangement = (notes: readonly Note[]) =>
    notes.map((note) => `${note.list} ${identity(note)}`).join('\n');
  if (arrangement(before) === arrangement(after)) return [];
  const order = (notes: readonly Note[]) => notes.map(({ kind }) => kind).join(', ');
  return [{ field: 'noteOrder', name: null, before: order(before), after: order(after) }];
}
