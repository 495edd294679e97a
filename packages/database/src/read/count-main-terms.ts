// How many main terms the indexes of a release have.
import { anyMainTerm, type MainTermFilter, mainTermByPrefix } from './main-terms.ts';
import type { ReadDatabase } from './read-database.ts';

const numberOf = (terms: string) => `select count(*)::integer as count from (${terms}) m`;

/** Prepares: the number of main terms that the filter means. */
export function countMainTerms(
  database: ReadDatabase,
): (releaseId: number, filter: MainTermFilter) => Promise<number> {
  const ask = async (text: string, parameters: (string | number | null)[]) =>
    await database.$client.unsafe<{ count: number }[]>(text, parameters, { prepare: true });
  return async (releaseId, { kind, prefix }) => {
    const rows =
      prefix === ''
        ? await ask(numberOf(anyMainTerm), [releaseId, kind])
        : await ask(numberOf(mainTermByPrefix), [releaseId, kind, prefix]);
    return rows[0]?.count ?? 0;
  };
}
