// How a staged release differs from the one before it, in numbers, by comparing the two lists.
import type { TransactionSql } from 'postgres';
import { releaseTables } from './release-tables.ts';

/** Numbers of concepts, by what became of them; a concept can be both reworded and moved. */
export interface ChangeSummary {
  readonly against: string;
  readonly added: number;
  readonly removed: number;
  readonly reworded: number;
  readonly meaningChanged: number;
  readonly notesChanged: number;
  readonly moved: number;
  readonly unchanged: number;
}

/**
 * Compares the staged release with a published one. Notes are compared only where both have them; a release
 * without chapters is not said to have moved or lost what the other groups.
 */
export async function summarizeChanges(
  tx: TransactionSql,
  stagedId: number,
  before: { readonly id: number; readonly version: string },
  codeKinds: readonly string[],
): Promise<ChangeSummary> {
  const [row] = await tx.unsafe<Omit<ChangeSummary, 'against'>[]>(
    `with a as (${listOf('codeset.release_concept', '$1')}), b as (${listOf(releaseTables(stagedId).concepts, '$2')})
     select count(*) filter (where a.key is null)::integer as added,
       count(*) filter (where b.key is null)::integer as removed,
       count(*) filter (where a.wording_hash <> b.wording_hash)::integer as reworded,
       count(*) filter (where a.meaning_hash <> b.meaning_hash)::integer as "meaningChanged",
       count(*) filter (where a.note_set_id <> b.note_set_id)::integer as "notesChanged",
       count(*) filter (where a.parent_key <> b.parent_key)::integer as moved,
       count(*) filter (where a.content_id = b.content_id and (a.note_set_id = b.note_set_id) is not false
         and (a.parent_key = b.parent_key) is not false)::integer as unchanged
     from a full join b using (key)`,
    [before.id, stagedId, codeKinds as string[]],
  );
  if (!row) throw new Error('the comparison of two lists gave no row');
  return { against: before.version, ...row };
}

function listOf(table: string, releaseId: string): string {
  return `select r.key, r.content_id, r.note_set_id, c.wording_hash, c.meaning_hash, p.key as parent_key
    from ${table} r join codeset.concept_content c on c.id = r.content_id
    left join ${table} p on p.release_id = r.release_id and p.position = r.parent
    where r.release_id = ${releaseId} and c.kind = any($3)`;
}
