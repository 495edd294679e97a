// The laws, asked of the stored rows themselves: what was written is a tree, whole, with every pointer in place.
import type { Finding } from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';
import { releaseTables } from './release-tables.ts';

/** One finding per law that does not hold; none when the rows of a staged, or published, release are sound. */
export async function checkStaged(
  tx: Sql | TransactionSql,
  releaseId: number,
  expected: { readonly concepts: number; readonly indexEntries: number },
): Promise<Finding[]> {
  const { concepts, index } = releaseTables(releaseId);
  const [row] = await tx.unsafe<Record<string, number>[]>(`
    select
      (select count(*) from ${concepts})::integer as concepts,
      (select count(*) from ${index})::integer as "indexEntries",
      (select count(*) from ${concepts} c left join ${concepts} p on p.position = c.parent
        where c.parent is not null and (p.position is null or c.position > p.subtree_end
          or c.subtree_end > p.subtree_end or c.depth <> p.depth + 1))::integer as "outside their parents",
      (select count(*) from ${concepts} c left join ${concepts} p on p.position = c.parent
        where c.parent_key is distinct from p.key)::integer as "with another parent key",
      (select count(*) from ${concepts} where parent is null and depth <> 0)::integer as "roots with a depth",
      (select count(*) from ${index} c left join ${index} p on p.position = c.parent
        where c.parent is not null and (p.position is null or c.position > p.subtree_end
          or c.subtree_end > p.subtree_end or c.depth <> p.depth + 1))::integer as "index lines outside their parents"`);
  const findings: Finding[] = [];
  for (const [what, count] of Object.entries(row ?? {})) {
    const should =
      what === 'concepts' ? expected.concepts : what === 'indexEntries' ? expected.indexEntries : 0;
    if (count === should) continue;
    findings.push({
      severity: 'error',
      rule: 'staged-rows-are-sound',
      message: `The tables hold ${count} ${what}, expected ${should}.`,
      where: null,
    });
  }
  return findings;
}
