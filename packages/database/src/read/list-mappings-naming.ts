// The mappings of a map's release that name given concepts on one side, by code or by key.
import { sql } from 'drizzle-orm';
import { mapping } from '../tables.ts';
import type { MappingRow } from './list-mappings.ts';
import { mappingColumns } from './mapping-columns.ts';
import type { ReadDatabase } from './read-database.ts';

/** Which side of which release, and the concepts. */
export interface ConceptsNamed {
  readonly releaseId: number;
  readonly side: 'source' | 'target';
  /** In look-up form. */
  readonly forms: readonly string[];
  readonly keys: readonly string[];
}

/** A mapping with the look-up form of the code by which it was found; null for a concept without a code. */
export interface NamingMappingRow extends MappingRow {
  readonly form: string | null;
}

/** Prepares: the mappings whose source, or target, has one of the codes or keys, in the publisher's order. */
export function listMappingsNaming(
  database: ReadDatabase,
): (named: ConceptsNamed) => Promise<NamingMappingRow[]> {
  const bySource = prepare(database, mapping.sourceCode, mapping.sourceKey, 'list_mappings_from');
  const byTarget = prepare(database, mapping.targetCode, mapping.targetKey, 'list_mappings_to');
  return async ({ side, ...named }) => await (side === 'source' ? bySource : byTarget).execute({ ...named });
}

function prepare(
  database: ReadDatabase,
  code: typeof mapping.sourceCode | typeof mapping.targetCode,
  key: typeof mapping.sourceKey | typeof mapping.targetKey,
  name: string,
) {
  const form = sql<string | null>`codeset.look_up_form(${code})`;
  return database
    .select({ ...mappingColumns, form })
    .from(mapping)
    .where(
      sql`${mapping.releaseId} = ${sql.placeholder('releaseId')}
        and (${form} = any(${sql.placeholder('forms')}) or ${key} = any(${sql.placeholder('keys')}))`,
    )
    .orderBy(mapping.position)
    .prepare(name);
}
