// The published releases a load is checked against: real ones for real ones, samples for samples, drafts never.
import { listHeldCodes, type ReleaseRow } from '@codeset/database/load';
import { type CodeSystemDefinition, codeKindsOf } from '@codeset/terminology';
import type { Sql } from 'postgres';
import type { HeldCode, HeldReleases } from './ingestion-service.ts';
import { publishedReleases, releaseAmong } from './published-releases.ts';

/** Reads the list now; the codes of a release only when they are asked for. */
export async function heldReleases(
  sql: Sql,
  definition: CodeSystemDefinition,
  sample: boolean,
): Promise<HeldReleases & { readonly rows: readonly ReleaseRow[] }> {
  const rows = await publishedReleases(sql, definition.id, sample);
  const kinds = [...codeKindsOf(definition)];
  return {
    rows,
    releases: rows,
    async listCodes(version) {
      const row = releaseAmong(rows, definition.id, version);
      const codes = new Map<string, HeldCode>();
      for await (const batch of listHeldCodes(sql, row.id, kinds)) {
        for (const { code, ...held } of batch) codes.set(code, held);
      }
      return codes;
    },
  };
}
