// The published releases a load is checked against: real ones for real ones, samples for samples, drafts never.
import { listHeldCodes, listHeldReleases, type ReleaseRow } from '@codeset/database/load';
import { type CodeSystemDefinition, CodesetError } from '@codeset/terminology';
import type { Sql } from 'postgres';
import type { HeldCode, HeldReleases } from './ingestion-service.ts';

/** Reads the list now; the codes of a release only when they are asked for. */
export async function heldReleases(
  sql: Sql,
  definition: CodeSystemDefinition,
  sample: boolean,
): Promise<HeldReleases & { readonly rows: readonly ReleaseRow[] }> {
  const rows = (await listHeldReleases(sql, definition.id)).filter(
    (row) => row.status === 'published' && row.sample === sample && !row.draft,
  );
  const kinds = definition.kinds.filter(({ isCode }) => isCode).map(({ code }) => code);
  return {
    rows,
    releases: rows,
    async listCodes(version) {
      const row = rows.find((held) => held.version === version);
      if (!row)
        throw new CodesetError('RELEASE_UNKNOWN', `Release ${version} of ${definition.id} is not published.`);
      const codes = new Map<string, HeldCode>();
      for await (const batch of listHeldCodes(sql, row.id, kinds)) {
        for (const { code, ...held } of batch) {
          const designations = Object.fromEntries(held.designations.map(({ use, value }) => [use, value]));
          codes.set(code, { ...held, designations });
        }
      }
      return codes;
    },
  };
}
