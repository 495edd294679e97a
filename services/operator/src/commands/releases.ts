// codeset releases: what is held of code systems and maps, in every status, in the order of effective dates.
import { listHeldReleases, type ReleaseRow } from '@codeset/database/load';
import { effectiveTo } from '@codeset/terminology';
import type { CommandRun } from '../command-run.ts';
import { publicationServiceOf } from '../ingestion-services.ts';
import { tableText } from '../table-text.ts';

export async function releases(run: CommandRun, publication: string | undefined): Promise<number> {
  if (publication !== undefined) publicationServiceOf(publication);
  return await run.withDatabase(async ({ sql }) => {
    const held = await listHeldReleases(sql, publication ?? null);
    const rows = held.map((row) => describe(row, held));
    run.output.result(
      rows,
      rows.length === 0 ? 'No release is held. `codeset load` loads one.' : releasesText(rows),
    );
    return 0;
  });
}

function describe(row: ReleaseRow, held: readonly ReleaseRow[]) {
  const { publication, codeSystem, conceptMap, version, sample, draft, status, effectiveFrom } = row;
  const siblings = held.filter(
    (other) => other.publication === publication && other.sample === sample && other.status === 'published',
  );
  const { digest, parts, counts, loadedAt, publishedAt, withdrawnAt } = row;
  return {
    codeSystem,
    conceptMap,
    version,
    sample,
    draft,
    status,
    effectiveFrom,
    effectiveTo: draft ? null : effectiveTo(row, siblings),
    digest,
    parts,
    counts,
    loadedAt,
    publishedAt,
    withdrawnAt,
  };
}

function releasesText(rows: readonly ReturnType<typeof describe>[]): string {
  const header = ['code system or map', 'version', 'status', 'from', 'to', 'size', 'digest', 'parts'];
  const cells = rows.map(
    ({
      codeSystem,
      conceptMap,
      version,
      sample,
      draft,
      status,
      effectiveFrom,
      effectiveTo: to,
      digest,
      parts,
      counts,
    }) => [
      conceptMap === null ? String(codeSystem) : `${conceptMap} (map)`,
      `${version}${sample ? ' (sample)' : ''}`,
      status,
      draft ? 'never in force' : effectiveFrom,
      to ?? '',
      conceptMap === null ? `${counts['selectable'] ?? 0} selectable` : `${counts['mappings'] ?? 0} mappings`,
      `${digest.slice(0, 12)}…`,
      parts.join(', '),
    ],
  );
  return tableText([header, ...cells]);
}
