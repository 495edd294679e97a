// What is held of a code system or a map, as the loader and the operator see it: every status, samples too.
import type { Designation, MappedVersions, PlainDate, ReleaseStatus } from '@codeset/terminology';
import type { Sql, TransactionSql } from 'postgres';

/** A release's row without its large columns. */
export interface ReleaseRow {
  readonly id: number;
  /** Id of what it is a release of: a code system or a concept map. */
  readonly publication: string;
  /** Null for a release of a concept map. */
  readonly codeSystem: string | null;
  /** Null for a release of a code system. */
  readonly conceptMap: string | null;
  /** Between which releases a map's release is; of a code system neither is known. */
  readonly between: MappedVersions;
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

/**
 * All releases of one code system or map, in the order of their effective dates; of all when the id is null, code
 * systems before maps.
 */
export async function listHeldReleases(
  sql: Sql | TransactionSql,
  publication: string | null,
): Promise<ReleaseRow[]> {
  return await sql<ReleaseRow[]>`
    select id, coalesce(code_system, concept_map) as publication, code_system as "codeSystem",
      concept_map as "conceptMap",
      jsonb_build_object('source', source_version, 'target', target_version) as between, version, sample, effective_from::text as "effectiveFrom",
      scheduled_to::text as "scheduledTo", draft, status, digest, source_digest as "sourceDigest", parts, counts,
      loaded_at as "loadedAt", published_at as "publishedAt", withdrawn_at as "withdrawnAt"
    from codeset.release
    where ${publication}::text is null or code_system = ${publication} or concept_map = ${publication}
    order by concept_map is not null, coalesce(code_system, concept_map), effective_from, version, sample`;
}

/** The release of that label; null when none is held. Real releases come before samples. */
export async function findHeldRelease(
  sql: Sql | TransactionSql,
  publication: string,
  version: string,
  sample?: boolean,
): Promise<ReleaseRow | null> {
  const held = await listHeldReleases(sql, publication);
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
  readonly designations: readonly Designation[];
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

/** A code of a held release that was asked for by name. */
export interface NamedCodeRow {
  readonly code: string;
  readonly selectable: boolean;
}

/** Of `codes`, as the code system writes them, those that the release has among the concepts of the given kinds. */
export async function listNamedCodes(
  sql: Sql,
  releaseId: number,
  kinds: readonly string[],
  codes: readonly string[],
): Promise<NamedCodeRow[]> {
  return await sql<NamedCodeRow[]>`
    select r.code, c.selectable
    from (select distinct unnest(${[...codes]}::text[]) as code) asked
    join codeset.release_concept r on r.release_id = ${releaseId}
      and codeset.look_up_form(r.code) = codeset.look_up_form(asked.code) and r.code = asked.code
    join codeset.concept_content c on c.id = r.content_id
    where c.kind = any(${[...kinds]})`;
}

/** A concept of a held release that was asked for by its key. */
export interface NamedKeyRow {
  readonly key: string;
  /** Null for a concept without one. */
  readonly code: string | null;
}

/** Of `keys`, those that the release has, groupings among them. */
export async function listNamedKeys(
  sql: Sql,
  releaseId: number,
  keys: readonly string[],
): Promise<NamedKeyRow[]> {
  return await sql<NamedKeyRow[]>`
    select r.key, r.code
    from (select distinct unnest(${[...keys]}::text[]) as key) asked
    join codeset.release_concept r on r.release_id = ${releaseId} and r.key = asked.key`;
}
