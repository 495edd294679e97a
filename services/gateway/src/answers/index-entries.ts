// Entries of a release's indexes: those that name a code, their paths, and the page of main terms.
import type { MainTermFilter } from '@codeset/database/read';
import { lookUpForm } from '@codeset/terminology';
import { type Connection, type PageArguments, readPage } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept, ReleaseIndexEntry } from '../pinned-release.ts';

/** The entries that name the concept's code, in the publisher's order, of one index or of all. */
export async function listEntriesNaming(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
  kind: string | null,
): Promise<ReleaseIndexEntry[]> {
  if (row.code === null) return [];
  const entries = await context.loaders.of(release).indexEntriesNaming.load(lookUpForm(row.code));
  return entries
    .filter((entry) => kind === null || entry.kind === kind)
    .map((entry) => ({ release, row: entry }));
}

/** The lines from the main term down to the entry itself. */
export async function listIndexPath(
  context: GatewayContext,
  { release, row }: ReleaseIndexEntry,
): Promise<ReleaseIndexEntry[]> {
  const path = row.parent === null ? [row] : await context.loaders.of(release).indexPaths.load(row.position);
  return path.map((line) => ({ release, row: line }));
}

/** The lines directly under the entry. */
export async function listIndexChildren(
  context: GatewayContext,
  { release, row }: ReleaseIndexEntry,
): Promise<ReleaseIndexEntry[]> {
  if (row.subtreeEnd === row.position) return [];
  const children = await context.loaders.of(release).indexChildren.load(row.position);
  return children.map((child) => ({ release, row: child }));
}

/** A page of the main terms of a release, in the publisher's order. */
export async function readMainTerms(
  { loaders }: GatewayContext,
  release: PinnedRelease,
  filter: MainTermFilter,
  page: PageArguments,
): Promise<Connection<ReleaseIndexEntry>> {
  const ofRelease = loaders.of(release);
  const list = {
    scope: [release.row.digest, 'index', filter.kind, filter.prefix.toLowerCase()],
    countAll: () => ofRelease.countMainTerms(filter),
    read: async (after: number | null, limit: number) =>
      (await ofRelease.mainTerms({ ...filter, after, limit })).map((row) => ({ release, row })),
  };
  return await readPage(list, page);
}
