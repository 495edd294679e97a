// Which code systems are held, with their definitions.
import type { CodeSystemDefinition } from '@codeset/terminology';
import { codeSystem } from '../tables.ts';
import type { ReadDatabase } from './read-database.ts';

/** Prepares: the definitions of all code systems held, by id. */
export function listCodeSystems(database: ReadDatabase): () => Promise<CodeSystemDefinition[]> {
  const query = database
    .select({ definition: codeSystem.definition })
    .from(codeSystem)
    .orderBy(codeSystem.id)
    .prepare('list_code_systems');
  return async () => (await query.execute()).map(({ definition }) => definition);
}
