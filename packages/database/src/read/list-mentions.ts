// What a map's release says of the concepts that it names on one side.
import type { MentionedConcept } from '@codeset/terminology';
import { sql } from 'drizzle-orm';
import { mentionedConcept } from '../tables.ts';
import type { ConceptsNamed } from './list-mappings-naming.ts';
import type { ReadDatabase } from './read-database.ts';

/** A mention with the look-up form of its code; null for a concept without one. */
export interface MentionRow extends MentionedConcept {
  readonly form: string | null;
}

/** Prepares: the mentions of the concepts of that side that have one of the codes or keys, as they are first named. */
export function listMentions(database: ReadDatabase): (named: ConceptsNamed) => Promise<MentionRow[]> {
  const form = sql<string | null>`codeset.look_up_form(${mentionedConcept.code})`;
  const query = database
    .select({
      side: mentionedConcept.side,
      key: mentionedConcept.key,
      code: mentionedConcept.code,
      kind: mentionedConcept.kind,
      depthInKind: mentionedConcept.depthInKind,
      chapter: mentionedConcept.chapter,
      title: mentionedConcept.title,
      form,
    })
    .from(mentionedConcept)
    .where(
      sql`${mentionedConcept.releaseId} = ${sql.placeholder('releaseId')}
        and ${mentionedConcept.side} = ${sql.placeholder('side')}
        and (${form} = any(${sql.placeholder('forms')}) or ${mentionedConcept.key} = any(${sql.placeholder('keys')}))`,
    )
    .orderBy(mentionedConcept.position)
    .prepare('list_mentions');
  return async (named) => await query.execute({ ...named });
}
