// The main terms of a release's indexes, page by page.
import type { IndexEntryRow } from './index-entry-row.ts';
import { anyMainTerm, type MainTermFilter, mainTermByPrefix } from './main-terms.ts';
import type { ReadDatabase } from './read-database.ts';

export interface MainTermPage extends MainTermFilter {
  /** Only what stands after this position; null for the first page. */
  readonly after: number | null;
  readonly limit: number;
}

const pageOf = (terms: string, after: string, limit: string) =>
  `select * from (${terms}) m where m.position > ${after}::integer order by m.position limit ${limit}::integer`;

const all = pageOf(anyMainTerm, '$3', '$4');
const byPrefix = pageOf(mainTermByPrefix, '$4', '$5');

/** Prepares: main terms in the publisher's order, one page of them. */
export function listMainTerms(
  database: ReadDatabase,
): (releaseId: number, page: MainTermPage) => Promise<IndexEntryRow[]> {
  const ask = async (text: string, parameters: (string | number | null)[]) =>
    await database.$client.unsafe<IndexEntryRow[]>(text, parameters, { prepare: true });
  return async (releaseId, { kind, prefix, after, limit }) =>
    prefix === ''
      ? await ask(all, [releaseId, kind, after ?? -1, limit])
      : await ask(byPrefix, [releaseId, kind, prefix, after ?? -1, limit]);
}
