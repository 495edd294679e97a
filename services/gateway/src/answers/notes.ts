// The notes on a concept, its own and those it inherits, each with the concept it comes from.
import type { Note, NoteLink, NoteSet } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { listPath } from './concept-family.ts';

/** A note with its origin. */
export interface ConceptNote {
  readonly note: Note;
  /** The concept on which the note stands. */
  readonly origin: ReleaseConcept;
}

/** A link of a note, in the release in which its codes are to be looked for. */
export interface NamedCodes {
  readonly link: NoteLink;
  readonly release: PinnedRelease;
}

/** What the tabular list says of a concept; null when the release came without it. */
export async function findNoteSet(
  { loaders }: GatewayContext,
  { row }: ReleaseConcept,
): Promise<NoteSet | null> {
  return row.noteSetId === null ? null : (await loaders.noteSets.load(row.noteSetId)).content;
}

/**
 * The notes in the publisher's order: with `inherited` those of the root first and the concept's own last. Null when
 * the release came without its tabular list: not known, not none.
 */
export async function listNotes(
  context: GatewayContext,
  concept: ReleaseConcept,
  inherited: boolean,
  kinds: readonly string[] | null,
): Promise<ConceptNote[] | null> {
  if (concept.row.noteSetId === null) return null;
  const origins = inherited ? await listPath(context, concept) : [concept];
  const noteSets = await Promise.all(origins.map((origin) => findNoteSet(context, origin)));
  return origins
    .flatMap((origin, i) => (noteSets[i]?.notes ?? []).map((note) => ({ note, origin })))
    .filter(({ note }) => kinds === null || kinds.includes(note.kind));
}
