// The mappings of a map's release that is held, in every status.
import type { Mapping } from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';
import { mappingTable } from './mapping-table.ts';

/** The mappings in their order, in batches. */
export async function* listHeldMappings(
  sql: Sql | TransactionSql,
  releaseId: number,
): AsyncGenerator<readonly Mapping[]> {
  const rows = sql.unsafe<Mapping[]>(
    `select source_code as "sourceCode", source_to as "sourceTo", source_below as "sourceBelow",
       source_with as "sourceWith", target_code as "targetCode", relationship, properties, place
     from ${mappingTable(releaseId)} order by position`,
  );
  yield* rows.cursor(5_000);
}

/** What is wrong with stored mappings, in sentences; none when they are as many as were meant, numbered from 0. */
export async function checkMappings(
  sql: Sql | TransactionSql,
  releaseId: number,
  expected: number,
): Promise<string[]> {
  const [row] = await sql.unsafe<{ mappings: number; last: number }[]>(
    `select count(*)::integer as mappings, coalesce(max(position), -1) as last from ${mappingTable(releaseId)}`,
  );
  const problems: string[] = [];
  if (row?.mappings !== expected)
    problems.push(`The table holds ${row?.mappings} mappings, expected ${expected}.`);
  if (row?.last !== expected - 1)
    problems.push(`The last mapping has position ${row?.last}, expected ${expected - 1}.`);
  return problems;
}
