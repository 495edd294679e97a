// The states of a release: checked, published, withdrawn, discarded; each change one small transaction.
import { CodesetError, type Finding } from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';
import { copyRows } from './copy-rows.ts';
import type { ReleaseRow } from './held-releases.ts';
import { attachMappingTable, dropMappingTable } from './mapping-table.ts';
import { dropReleaseTables, releaseTables } from './release-tables.ts';

/** Marks a staged release as checked, and stores its findings and the report of its load. */
export async function markChecked(
  tx: TransactionSql,
  releaseId: number,
  findings: readonly Finding[],
  report: unknown,
): Promise<void> {
  const rows = findings.map(({ severity, rule, message, where }, position) => [
    releaseId,
    position,
    severity,
    rule,
    message,
    where,
  ]);
  const columns = ['release_id', 'position', 'severity', 'rule', 'message', 'place'];
  await copyRows(tx, 'codeset.finding', columns, rows);
  await tx`update codeset.release set status = 'checked', report = ${tx.json(report as never)} where id = ${releaseId}`;
}

/**
 * Publishes a checked release, or one that was withdrawn: attaches its tables (nothing is scanned, no reader waits)
 * and marks it. A real release takes the place of the samples of its code system or map, which are withdrawn.
 */
export async function publishRelease(tx: TransactionSql, release: ReleaseRow): Promise<void> {
  if (release.sample) await refuseSampleBesideReal(tx, release);
  if (release.status === 'checked') await attachRelease(tx, release);
  const [row] = await tx<{ id: number }[]>`
    update codeset.release set status = 'published', published_at = now()
    where id = ${release.id} and status = ${release.status} and status in ('checked', 'withdrawn') returning id`;
  if (!row) throw statusError(release, 'published', 'checked or withdrawn');
  if (!release.sample) await withdrawSamples(tx, release.publication);
}

async function attachRelease(tx: TransactionSql, { id, conceptMap }: ReleaseRow): Promise<void> {
  if (conceptMap !== null) return await attachMappingTable(tx, id);
  const { concepts, index } = releaseTables(id);
  await tx.unsafe(`alter table codeset.release_concept attach partition ${concepts} for values in (${id})`);
  await tx.unsafe(`alter table codeset.index_entry attach partition ${index} for values in (${id})`);
  for (const table of [concepts, index]) {
    await tx.unsafe(
      `create trigger refuse_truncate before truncate on ${table} execute function codeset.refuse_change()`,
    );
  }
}

/** Stops serving a published release; it is kept, and can be published again. */
export async function withdrawRelease(sql: Sql | TransactionSql, release: ReleaseRow): Promise<void> {
  const [row] = await sql<{ id: number }[]>`
    update codeset.release set status = 'withdrawn', withdrawn_at = now()
    where id = ${release.id} and status = 'published' returning id`;
  if (!row) throw statusError(release, 'withdrawn', 'published');
}

/** Deletes a release that was never published, so that it can be loaded anew. */
export async function discardRelease(tx: TransactionSql, release: ReleaseRow): Promise<void> {
  await dropReleaseTables(tx, release.id);
  await dropMappingTable(tx, release.id);
  await tx`delete from codeset.announcement where release_id = ${release.id}`;
  await tx`delete from codeset.mentioned_concept where release_id = ${release.id}`;
  await tx`delete from codeset.finding where release_id = ${release.id}`;
  await tx`delete from codeset.source_file where release_id = ${release.id}`;
  await tx`delete from codeset.release where id = ${release.id}`;
}

/** Lists that requests are reading stay where they are: the samples are no longer served, and nothing waits. */
async function withdrawSamples(tx: TransactionSql, publication: string): Promise<void> {
  await tx`
    update codeset.release set status = 'withdrawn', withdrawn_at = now()
    where coalesce(code_system, concept_map) = ${publication} and sample and status = 'published'`;
}

async function refuseSampleBesideReal(
  tx: TransactionSql,
  { publication, version }: ReleaseRow,
): Promise<void> {
  const [real] = await tx`
    select from codeset.release
    where coalesce(code_system, concept_map) = ${publication} and not sample and status = 'published' limit 1`;
  if (!real) return;
  throw new CodesetError(
    'RELEASE_STATUS',
    `Release ${version} of ${publication} is a sample: it is not published beside real releases.`,
  );
}

function statusError(release: ReleaseRow, wanted: string, needed: string): CodesetError {
  return new CodesetError(
    'RELEASE_STATUS',
    `Release ${release.version} of ${release.publication} cannot be ${wanted}: it is ${release.status}, not ${needed}.`,
  );
}
