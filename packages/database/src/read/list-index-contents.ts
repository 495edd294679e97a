// What lines of indexes and tables say, by id.
import type { IndexContent } from '@codeset/terminology';
import { sql } from 'drizzle-orm';
import { indexContent } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

export interface IndexContentRow extends IndexContent {
  readonly id: number;
}

/** Prepares: the index contents of the given ids. They never change: they may be cached for ever. */
export function listIndexContents(
  database: ReadDatabase,
): (ids: readonly number[]) => Promise<IndexContentRow[]> {
  const query = database
    .select({
      id: indexContent.id,
      term: indexContent.term,
      title: indexContent.title,
      modifiers: indexContent.modifiers,
      letter: indexContent.letter,
      references: indexContent.references,
    })
    .from(indexContent)
    .where(sql`${indexContent.id} = any(${sql.placeholder('ids')})`)
    .prepare('list_index_contents');
  return async (ids) => await query.execute({ ids });
}
