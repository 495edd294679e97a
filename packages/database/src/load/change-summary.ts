// How one release differs from another, in numbers, by comparing the two lists.
import type { Sql, TransactionSql } from 'postgres';
import { releaseTables } from './release-tables.ts';

/** Numbers of concepts of the kinds that are codes, by what became of them; one can be both reworded and moved. */
export interface ChangeSummary {
  /** Version of the release that is compared with. */
  readonly against: string;
  readonly added: number;
  readonly removed: number;
  /** Of those removed, the ones that were not given a last day before they left. */
  readonly removedWithoutEnd: number;
  /** Any text but translations differs. */
  readonly reworded: number;
  /** The display differs; these are among the reworded. */
  readonly displayChanged: number;
  /** Kind, selectable, properties or dates differ. */
  readonly meaningChanged: number;
  /** Given a last day that they had not before; these are among those whose meaning changed. */
  readonly terminated: number;
  /** The same entity under another code, where entities have identities of their own. */
  readonly recoded: number;
  readonly notesChanged: number;
  readonly moved: number;
  readonly unchanged: number;
}

/**
 * Compares the release `to`, staged or published, with `from`. Notes are compared only where both have them; a release
 * without chapters is not said to have moved or lost what the other groups.
 */
export async function summarizeChanges(
  sql: Sql | TransactionSql,
  from: { readonly id: number; readonly version: string },
  to: { readonly id: number; readonly effectiveFrom: string },
  codeKinds: readonly string[],
): Promise<ChangeSummary> {
  const [row] = await sql.unsafe<Omit<ChangeSummary, 'against'>[]>(
    `with a as (${listOf(from.id)}), b as (${listOf(to.id)})
     select count(*) filter (where a.key is null)::integer as added,
       count(*) filter (where b.key is null)::integer as removed,
       count(*) filter (where b.key is null and (a.effective_to is null or a.effective_to >= $2::date))::integer
         as "removedWithoutEnd",
       count(*) filter (where a.wording_hash <> b.wording_hash)::integer as reworded,
       count(*) filter (where a.display <> b.display)::integer as "displayChanged",
       count(*) filter (where a.meaning_hash <> b.meaning_hash)::integer as "meaningChanged",
       count(*) filter (where a.key is not null and a.effective_to is null and b.effective_to is not null)::integer
         as terminated,
       count(*) filter (where a.code <> b.code)::integer as recoded,
       count(*) filter (where a.note_set_id <> b.note_set_id)::integer as "notesChanged",
       count(*) filter (where a.parent_key <> b.parent_key)::integer as moved,
       count(*) filter (where a.content_id = b.content_id and a.code is not distinct from b.code
         and (a.note_set_id = b.note_set_id) is not false
         and (a.parent_key = b.parent_key) is not false)::integer as unchanged
     from a full join b using (key)`,
    [codeKinds as string[], to.effectiveFrom],
  );
  if (!row) throw new Error('the comparison of two lists gave no row');
  return { against: from.version, ...row };
}

function listOf(releaseId: number): string {
  const { concepts } = releaseTables(releaseId);
  return `select r.key, r.code, r.content_id, r.note_set_id, c.display, c.effective_to, c.wording_hash, c.meaning_hash,
      r.parent_key
    from ${concepts} r join codeset.concept_content c on c.id = r.content_id
    where c.kind = any($1)`;
}
