// What is held of a code system, as the loader and the operator see it: every status, samples too.
import type { PlainDate, ReleaseStatus } from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';

/** A release's row without its large columns. */
export interface ReleaseRow {
  readonly id: number;
  readonly codeSystem: string;
  readonly version: string;
  readonly sample: boolean;
  readonly effectiveFrom: PlainDate;
  readonly scheduledTo: PlainDate | null;
  readonly draft: boolean;
  readonly status: ReleaseStatus;
  readonly digest: string;
  readonly sourceDigest: string;
  readonly parts: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly loadedAt: Date;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** All releases of one code system, or of all when it is null, in the order of their effective dates. */
export async function listHeldReleases(
  sql: Sql | TransactionSql,
  codeSystem: string | null,
): Promise<ReleaseRow[]> {
  return await sql<ReleaseRow[]>`
    select id, code_system as "codeSystem", version, sample, effective_from::text as "effectiveFrom",
      scheduled_to::text as "scheduledTo", draft, status, digest, source_digest as "sourceDigest", parts, counts,
      loaded_at as "loadedAt", published_at as "publishedAt", withdrawn_at as "withdrawnAt"
    from codeset.release
    where ${codeSystem}::text is null or code_system = ${codeSystem}
    order by code_system, effective_from, version, sample`;
}

/** The release of that label; null when none is held. Real releases come before samples. */
export async function findHeldRelease(
  sql: Sql | TransactionSql,
  codeSystem: string,
  version: string,
  sample?: boolean,
): Promise<ReleaseRow | null> {
  const held = await listHeldReleases(sql, codeSystem);
  const named = held.filter(
    (row) => row.version === version && (sample === undefined || row.sample === sample),
  );
  return named.find((row) => !row.sample) ?? named[0] ?? null;
}

/** A code of a held release with its texts, for checks against it. */
export interface HeldCodeRow {
  readonly key: string;
  readonly code: string;
  readonly selectable: boolean;
  readonly display: string;
  readonly designations: readonly { readonly use: string; readonly value: string }[];
  readonly effectiveFrom: PlainDate | null;
  readonly effectiveTo: PlainDate | null;
}

/** The concepts of the given kinds of a release, in batches, in tabular order. */
export async function* listHeldCodes(
  sql: Sql,
  releaseId: number,
  kinds: readonly string[],
): AsyncGenerator<readonly HeldCodeRow[]> {
  const rows = sql<HeldCodeRow[]>`
    select r.key, r.code, c.selectable, c.display, c.designations,
      c.effective_from::text as "effectiveFrom", c.effective_to::text as "effectiveTo"
    from codeset.release_concept r join codeset.concept_content c on c.id = r.content_id
    where r.release_id = ${releaseId} and c.kind = any(${[...kinds]}) and r.code is not null
    order by r.position`;
  yield* rows.cursor(5_000);
}
