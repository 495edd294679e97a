// What a map service says of its map, kept beside the data and served with them.
import type { ConceptMapDefinition } from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';

/** Writes the definition, over the one that is there. */
export async function saveMapDefinition(tx: TransactionSql, definition: ConceptMapDefinition): Promise<void> {
  const { id, sourceCodeSystem, targetCodeSystem, title, publisher, licence, attribution } = definition;
  await tx`
    insert into codeset.concept_map (id, source_code_system, target_code_system, title, publisher, licence, attribution,
      definition)
    values (${id}, ${sourceCodeSystem}, ${targetCodeSystem}, ${title}, ${publisher}, ${licence}, ${attribution},
      ${tx.json(definition as never)})
    on conflict (id) do update set source_code_system = excluded.source_code_system,
      target_code_system = excluded.target_code_system, title = excluded.title, publisher = excluded.publisher,
      licence = excluded.licence, attribution = excluded.attribution, definition = excluded.definition`;
}

/**
 * Brings the definitions of the maps that are held to those given, and gives the ids of those that were others. Maps
 * that are not held stay away.
 */
export async function refreshMapDefinitions(
  sql: Sql,
  definitions: readonly ConceptMapDefinition[],
): Promise<string[]> {
  return await sql.begin(async (tx) => {
    const refreshed: string[] = [];
    for (const definition of definitions) {
      const [other] = await tx`
        select id from codeset.concept_map
        where id = ${definition.id} and definition <> ${tx.json(definition as never)}::jsonb`;
      if (!other) continue;
      await saveMapDefinition(tx, definition);
      refreshed.push(definition.id);
    }
    return refreshed;
  });
}
