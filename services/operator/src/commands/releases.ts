// codeset releases: what is held, in every status, in the order of effective dates.
import { listHeldReleases, type ReleaseRow } from '@codeset/database/load';
import { effectiveTo } from '@codeset/terminology';
import type { CommandRun } from '../command-run.ts';
import { ingestionServiceOf } from '../ingestion-services.ts';
import { tableText } from '../table-text.ts';

export async function releases(run: CommandRun, codeSystem: string | undefined): Promise<number> {
  if (codeSystem !== undefined) ingestionServiceOf(codeSystem);
  return await run.withDatabase(async ({ sql }) => {
    const held = await listHeldReleases(sql, codeSystem ?? null);
    const rows = held.map((row) => describe(row, held));
    run.output.result(
      rows,
      rows.length === 0 ? 'No release is held. `codeset load` loads one.' : releasesText(rows),
    );
    return 0;
  });
}

function describe(row: ReleaseRow, held: readonly ReleaseRow[]) {
  const { codeSystem, version, sample, draft, status, effectiveFrom, digest, parts, counts, loadedAt } = row;
  const siblings = held.filter(
    (other) => other.codeSystem === codeSystem && other.sample === sample && other.status === 'published',
  );
  const { publishedAt, withdrawnAt } = row;
  return {
    codeSystem,
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
  const header = ['code system', 'version', 'status', 'from', 'to', 'selectable', 'digest', 'parts'];
  const cells = rows.map(
    ({
      codeSystem,
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
      codeSystem,
      `${version}${sample ? ' (sample)' : ''}`,
      status,
      draft ? 'never in force' : effectiveFrom,
      to ?? '',
      String(counts['selectable'] ?? 0),
      `${digest.slice(0, 12)}…`,
      parts.join(', '),
    ],
  );
  return tableText([header, ...cells]);
}
