// The concepts around a concept: parent, children, ancestors, and the page of descendants.
import type { SubtreeRange } from '@codeset/database/read';
import { type Connection, type PageArguments, readPage } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';

/** The parent; null for a root. */
export async function findParent(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
): Promise<ReleaseConcept | null> {
  if (row.parent === null) return null;
  const [parent] = await context.loaders.of(release).conceptsAt.load(row.parent);
  return parent ? { release, row: parent } : null;
}

/** The children in tabular order. */
export async function listChildren(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
): Promise<ReleaseConcept[]> {
  if (row.subtreeEnd === row.position) return [];
  const children = await context.loaders.of(release).children.load(row.position);
  return children.map((child) => ({ release, row: child }));
}

/** The concept with all above it, the root first and itself last. */
export async function listPath(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
): Promise<ReleaseConcept[]> {
  const path = row.parent === null ? [row] : await context.loaders.of(release).paths.load(row.position);
  return path.map((above) => ({ release, row: above }));
}

/** A page of the concepts of a release that have no parent, in tabular order. */
export async function readRoots(
  { loaders }: GatewayContext,
  release: PinnedRelease,
  page: PageArguments,
): Promise<Connection<ReleaseConcept>> {
  const ofRelease = loaders.of(release);
  const list = {
    scope: [release.row.digest, 'roots'],
    countAll: () => ofRelease.countRoots(),
    read: async (after: number | null, limit: number) =>
      (await ofRelease.roots({ after, limit })).map((row) => ({ release, row })),
  };
  return await readPage(list, page);
}

/** A page of what is below the concept, in tabular order. */
export async function readDescendants(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
  selectableOnly: boolean,
  page: PageArguments,
): Promise<Connection<ReleaseConcept>> {
  const list = {
    scope: [release.row.digest, 'descendants', row.key, selectableOnly],
    countAll: () => countDescendants(context, { release, row }, selectableOnly),
    async read(after: number | null, limit: number) {
      if (row.subtreeEnd === row.position) return [];
      const loader = context.loaders.of(release).descendants({ selectableOnly, after, limit });
      return (await loader.load(row)).map((descendant) => ({ release, row: descendant }));
    },
  };
  return await readPage(list, page);
}

/** How many concepts are below; without the filter the positions tell. */
export async function countDescendants(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
  selectableOnly: boolean,
): Promise<number> {
  const range: SubtreeRange = row;
  const all = range.subtreeEnd - range.position;
  if (all === 0 || !selectableOnly) return all;
  return await context.loaders.of(release).selectableCounts.load(range);
}
