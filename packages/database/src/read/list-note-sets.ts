// What the tabular list says of concepts, by id.
import type { NoteSet } from '@codeset/terminology';
import { sql } from 'drizzle-orm';
import { noteSet } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

export interface NoteSetRow {
  readonly id: number;
  readonly content: NoteSet;
}

/** Prepares: the note sets of the given ids. A note set never changes: it may be cached for ever. */
export function listNoteSets(database: ReadDatabase): (ids: readonly number[]) => Promise<NoteSetRow[]> {
  const query = database
    .select({ id: noteSet.id, content: noteSet.content })
    .from(noteSet)
    .where(sql`${noteSet.id} = any(${sql.placeholder('ids')})`)
    .prepare('list_note_sets');
  return async (ids) => await query.execute({ ids });
}
