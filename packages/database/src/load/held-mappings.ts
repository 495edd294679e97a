// The mappings of a map's release that is held, in every status.
import type { Mapping, MentionedConcept } from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';
import { mappingTable } from './mapping-table.ts';

/** The mappings in their order, in batches. */
export async function* listHeldMappings(
  sql: Sql | TransactionSql,
  releaseId: number,
): AsyncGenerator<readonly Mapping[]> {
  const rows = sql.unsafe<Mapping[]>(
    `select source_code as "sourceCode", source_key as "sourceKey", source_to as "sourceTo", source_below as "sourceBelow",
       source_with as "sourceWith", target_code as "targetCode", target_key as "targetKey", relationship, properties, place
     from ${mappingTable(releaseId)} order by position`,
  );
  yield* rows.cursor(5_000);
}

/** What a map's release says of the concepts that it names, in the order in which they are first named, in batches. */
export async function* listHeldMentions(
  sql: Sql | TransactionSql,
  releaseId: number,
): AsyncGenerator<readonly MentionedConcept[]> {
  const rows = sql<MentionedConcept[]>`
    select side, key, code, kind, depth_in_kind as "depthInKind", chapter, title
    from codeset.mentioned_concept where release_id = ${releaseId} order by position`;
  yield* rows.cursor(5_000);
}

/** How many mappings and mentions there should be. */
export interface MapRows {
  readonly mappings: number;
  readonly mentions: number;
}

/** What is wrong with stored mappings, in sentences; none when they are as many as were meant, numbered from 0. */
export async function checkMappings(
  sql: Sql | TransactionSql,
  releaseId: number,
  expected: MapRows,
): Promise<string[]> {
  const tables = { mappings: mappingTable(releaseId), mentions: 'codeset.mentioned_concept' };
  const problems: string[] = [];
  for (const rows of ['mappings', 'mentions'] as const) {
    const [row] = await sql.unsafe<{ held: number; last: number }[]>(
      `select count(*)::integer as held, coalesce(max(position), -1) as last from ${tables[rows]} where release_id = $1`,
      [releaseId],
    );
    if (row?.held !== expected[rows])
      problems.push(`The table holds ${row?.held} ${rows}, expected ${expected[rows]}.`);
    if (row?.last !== expected[rows] - 1)
      problems.push(`The last of the ${rows} has position ${row?.last}, expected ${expected[rows] - 1}.`);
  }
  return problems;
}
