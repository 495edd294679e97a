// Which concept of a release a code means, however it is written.
import type { ConceptRow } from '@codeset/database/read';
import { lookUpForm } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';

/**
 * The concept; null when the release has none. Where a grouping and a code share an id (block and category C7A), the
 * code is meant, unless `kind` says otherwise.
 */
export async function findConcept(
  context: GatewayContext,
  release: PinnedRelease,
  code: string,
  kind: string | null = null,
): Promise<ReleaseConcept | null> {
  const candidates = await context.loaders.of(release).conceptsByLookUp.load(lookUpForm(code));
  const row =
    kind === null ? (candidates.find(isCode) ?? candidates[0]) : await ofKind(context, candidates, kind);
  return row ? { release, row } : null;
}

/** A code's key is the code itself; a grouping's has its kind before it. */
export function isCode({ key, code }: ConceptRow): boolean {
  return key === code;
}

async function ofKind(
  context: GatewayContext,
  candidates: readonly ConceptRow[],
  kind: string,
): Promise<ConceptRow | undefined> {
  const contents = await Promise.all(
    candidates.map(({ contentId }) => context.loaders.contents.load(contentId)),
  );
  return candidates.find((_row, i) => contents[i]?.kind === kind);
}
