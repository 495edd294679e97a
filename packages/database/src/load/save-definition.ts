// What an ingestion service says of its code system, kept beside the data and served with them.
import type { CodeSystemDefinition } from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';

/** Writes the definition, over the one that is there. */
export async function saveDefinition(tx: TransactionSql, definition: CodeSystemDefinition): Promise<void> {
  const { id, uri, title, publisher, licence, attribution } = definition;
  await tx`
    insert into codeset.code_system (id, uri, title, publisher, licence, attribution, definition)
    values (${id}, ${uri}, ${title}, ${publisher}, ${licence}, ${attribution}, ${tx.json(definition as never)})
    on conflict (id) do update set uri = excluded.uri, title = excluded.title, publisher = excluded.publisher,
      licence = excluded.licence, attribution = excluded.attribution, definition = excluded.definition`;
}

/**
 * Brings the definitions of the code systems that are held to those given, and gives the ids of those that were others:
 * a newer ingestion service may explain more than the one that loaded the releases. Systems that are not held stay away.
 */
export async function refreshDefinitions(
  sql: Sql,
  definitions: readonly CodeSystemDefinition[],
): Promise<string[]> {
  return await sql.begin(async (tx) => {
    const refreshed: string[] = [];
    for (const definition of definitions) {
      const [other] = await tx`
        select id from codeset.code_system
        where id = ${definition.id} and definition <> ${tx.json(definition as never)}::jsonb`;
      if (!other) continue;
      await saveDefinition(tx, definition);
      refreshed.push(definition.id);
    }
    return refreshed;
  });
}

/** The definition of a code system that is held; null when it is not. */
export async function findHeldDefinition(
  sql: Sql | TransactionSql,
  codeSystem: string,
): Promise<CodeSystemDefinition | null> {
  const [row] = await sql<{ definition: CodeSystemDefinition }[]>`
    select definition from codeset.code_system where id = ${codeSystem}`;
  return row?.definition ?? null;
}
