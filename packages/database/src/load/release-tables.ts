// The tables of one release before they are attached: made bare, filled by COPY, then given keys and indexes.
import type { TransactionSql } from 'postgres';

/** Names of the two tables that hold a release's lists. */
export function releaseTables(releaseId: number): { concepts: string; index: string } {
  return { concepts: `codeset.release_concept_${releaseId}`, index: `codeset.index_entry_${releaseId}` };
}

/** Makes the two tables, without indexes, so that COPY is as fast as it can be. */
export async function createReleaseTables(tx: TransactionSql, releaseId: number): Promise<void> {
  const { concepts, index } = releaseTables(releaseId);
  await tx.unsafe(`create table ${concepts} (like codeset.release_concept including constraints)`);
  await tx.unsafe(`create table ${index} (like codeset.index_entry including constraints)`);
}

/**
 * Gives the filled tables what the partitioned tables have, and the check that lets them be attached without a scan.
 * A test compares the outcome with the partitioned tables, so that attaching builds nothing.
 */
export async function finishReleaseTables(tx: TransactionSql, releaseId: number): Promise<void> {
  const { concepts, index } = releaseTables(releaseId);
  await tx.unsafe(`
    alter table ${concepts}
      add primary key (release_id, position),
      add unique (release_id, key),
      add check (release_id = ${releaseId}),
      add foreign key (release_id) references codeset.release,
      add foreign key (content_id) references codeset.concept_content,
      add foreign key (note_set_id) references codeset.note_set,
      add foreign key (property_set_id) references codeset.property_set,
      add foreign key (designation_set_id) references codeset.designation_set`);
  await tx.unsafe(`create index on ${concepts} (release_id, parent, position)`);
  await tx.unsafe(`create index on ${concepts} (release_id, codeset.look_up_form(code))`);
  await tx.unsafe(`
    alter table ${index}
      add primary key (release_id, position),
      add check (release_id = ${releaseId}),
      add foreign key (release_id) references codeset.release,
      add foreign key (content_id) references codeset.index_content`);
  await tx.unsafe(`create index on ${index} (release_id, content_id)`);
  await tx.unsafe(`create index on ${index} (release_id, parent, position)`);
  await tx.unsafe(`analyze ${concepts}`);
  await tx.unsafe(`analyze ${index}`);
}

/** Drops the tables of a release that is not attached; nothing happens when they are not there. */
export async function dropReleaseTables(tx: TransactionSql, releaseId: number): Promise<void> {
  const { concepts, index } = releaseTables(releaseId);
  await tx.unsafe(`drop table if exists ${concepts}`);
  await tx.unsafe(`drop table if exists ${index}`);
}
