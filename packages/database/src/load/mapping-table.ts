// The table of one release's mappings before it is attached: made bare, filled by COPY, then given keys and indexes.
import type { TransactionSql } from 'postgres';

/** Name of the table that holds the mappings of a map's release. */
export function mappingTable(releaseId: number): string {
  return `codeset.mapping_${releaseId}`;
}

/** Makes the table, without indexes, so that COPY is as fast as it can be. */
export async function createMappingTable(tx: TransactionSql, releaseId: number): Promise<void> {
  await tx.unsafe(`create table ${mappingTable(releaseId)} (like codeset.mapping including constraints)`);
}

/**
 * Gives the filled table what the partitioned table has, and the check that lets it be attached without a scan. A test
 * compares the outcome with the partitioned table, so that attaching builds nothing.
 */
export async function finishMappingTable(tx: TransactionSql, releaseId: number): Promise<void> {
  const table = mappingTable(releaseId);
  await tx.unsafe(`
    alter table ${table}
      add primary key (release_id, position),
      add check (release_id = ${releaseId}),
      add foreign key (release_id) references codeset.release`);
  await tx.unsafe(`create index on ${table} (release_id, codeset.look_up_form(source_code))`);
  await tx.unsafe(`create index on ${table} (release_id, codeset.look_up_form(target_code))`);
  await tx.unsafe(`create index on ${table} (release_id, source_key) where source_key is not null`);
  await tx.unsafe(`create index on ${table} (release_id, target_key) where target_key is not null`);
  await tx.unsafe(`analyze ${table}`);
}

/** Attaches the table to those of the other releases: nothing is scanned, no reader waits. */
export async function attachMappingTable(tx: TransactionSql, releaseId: number): Promise<void> {
  const table = mappingTable(releaseId);
  await tx.unsafe(`alter table codeset.mapping attach partition ${table} for values in (${releaseId})`);
  await tx.unsafe(
    `create trigger refuse_truncate before truncate on ${table} execute function codeset.refuse_change()`,
  );
}

/** Drops the table of a release that is not attached; nothing happens when it is not there. */
export async function dropMappingTable(tx: TransactionSql, releaseId: number): Promise<void> {
  await tx.unsafe(`drop table if exists ${mappingTable(releaseId)}`);
}
