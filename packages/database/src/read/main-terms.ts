// What both questions about main terms share: which ones are meant, in SQL.
import { type SQL, sql } from 'drizzle-orm';
import { indexContent, indexEntry } from '../tables.ts';

/** Which main terms are meant. */
export interface MainTermFilter {
  /** Which index; null for all of them. */
  readonly kind: string | null;
  /** How the term begins, in any case; empty for all. */
  readonly prefix: string;
}

/** All main terms of a release. */
export const anyMainTerm: SQL = sql`${indexEntry.releaseId} = ${sql.placeholder('releaseId')}
  and ${indexEntry.parent} is null
  and (${sql.placeholder('kind')}::text is null or ${indexEntry.kind} = ${sql.placeholder('kind')})`;

/**
 * The same by prefix, as a range over bytes: unlike `like`, it uses the index also when the plan is made before the
 * prefix is known. The upper end is the prefix with the highest character that there is.
 */
export const mainTermByPrefix: SQL = sql`${anyMainTerm}
  and ${indexContent.letter} is not null
  and lower(${indexContent.term}) ~>=~ lower(${sql.placeholder('prefix')}::text)
  and lower(${indexContent.term}) ~<~ (lower(${sql.placeholder('prefix')}::text) || chr(1114111))`;
