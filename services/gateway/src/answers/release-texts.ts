// What belongs to a release as a whole: front matter, findings, counts, titles of the columns of its tables.
import type { FindingRow } from '@codeset/database/read';
import type { FrontMatter, Severity } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseIndexEntry } from '../pinned-release.ts';

/** Introduction and headings; both empty when the release has none. */
export async function findFrontMatter(
  { loaders }: GatewayContext,
  { row }: PinnedRelease,
): Promise<FrontMatter> {
  const [found] = await loaders.frontMatters.load(row.id);
  return found?.frontMatter ?? { introduction: [], indexes: [] };
}

/** The findings stored with a release, of one severity or of all. */
export async function listFindings(
  { loaders }: GatewayContext,
  { row }: PinnedRelease,
  severity: Severity | null,
): Promise<readonly FindingRow[]> {
  const findings = await loaders.findings.load(row.id);
  return severity === null ? findings : findings.filter((finding) => finding.severity === severity);
}

/** The counts by name, in the order of their names. */
export function listCounts(counts: Readonly<Record<string, number>>): { name: string; count: number }[] {
  return Object.entries(counts)
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The title of a column of the table that an entry stands in; null when there is none. */
export async function findColumnTitle(
  context: GatewayContext,
  { release, row }: ReleaseIndexEntry,
  column: number | null,
): Promise<string | null> {
  if (column === null) return null;
  const { indexes } = await findFrontMatter(context, release);
  const heading = indexes.find(({ kind }) => kind === row.kind);
  return heading?.columns.find((candidate) => candidate.column === column)?.title ?? null;
}
