// Holds a release under further versions, so that a database has many: for the bench alone.
import type { Database } from '@codeset/database';
import {
  createReleaseTables,
  findHeldRelease,
  finishReleaseTables,
  publishRelease,
  releaseTables,
} from '@codeset/database/load';

/** Copies the lists of a release under each version; the first is `first` years older than it, and so on. */
export async function copyRelease(
  sql: Database,
  { codeSystem, version }: { readonly codeSystem: string; readonly version: string },
  versions: readonly string[],
  first: number,
): Promise<void> {
  for (const [i, copy] of versions.entries()) {
    await sql.begin(async (tx) => {
      const [row] = await tx<{ id: number; from: number }[]>`
        insert into codeset.release (code_system, version, sample, effective_from, status, digest, source_digest,
          parts, counts, front_matter, report)
        select code_system, ${copy}, sample, effective_from - ${366 * (first + i)}::int, 'checked', digest, source_digest,
          parts, counts, front_matter, report
        from codeset.release where code_system = ${codeSystem} and version = ${version}
        returning id, (select id from codeset.release where code_system = ${codeSystem} and version = ${version}) as from`;
      if (!row) throw new Error(`release ${version} of ${codeSystem} is not held`);
      await createReleaseTables(tx, row.id);
      const [from, to] = [releaseTables(row.from), releaseTables(row.id)];
      for (const part of ['concepts', 'index'] as const) await copyRows(tx, from[part], to[part], row.id);
      await finishReleaseTables(tx, row.id);
      const held = await findHeldRelease(tx, codeSystem, copy);
      if (!held) throw new Error(`release ${copy} was not copied`);
      await publishRelease(tx, held);
    });
  }
}

async function copyRows(
  tx: Parameters<typeof createReleaseTables>[0],
  from: string,
  to: string,
  releaseId: number,
): Promise<void> {
  const columns = await tx<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${from}::regclass and attnum > 0 and not attisdropped order by attnum`;
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => (name === 'release_id' ? String(releaseId) : name));
  await tx.unsafe(`insert into ${to} (${names.join(', ')}) select ${values.join(', ')} from ${from}`);
}
