// Whether a concept is a code or a grouping such as a chapter, and which of several concepts a text means.
import type { ConceptRow } from '@codeset/database/read';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';

/**
 * Whether concepts of its kind are codes, as the code system's definition says. A concept whose key is its code is
 * one for certain, since the key of a grouping has its kind before it: then nothing is read.
 */
export async function isCode(context: GatewayContext, { release, row }: ReleaseConcept): Promise<boolean> {
  if (row.key === row.code) return true;
  const [system, { kind }] = await Promise.all([
    context.releases.findCodeSystem(release.row.codeSystem),
    context.loaders.contents.load(row.contentId),
  ]);
  return system?.kinds.find(({ code }) => code === kind)?.isCode ?? false;
}

/** The concept that a text means which finds all of these: the code, where a grouping has the same id (block C7A). */
export async function chooseConcept(
  context: GatewayContext,
  release: PinnedRelease,
  candidates: readonly ConceptRow[],
): Promise<ConceptRow | undefined> {
  const certain = candidates.find(({ key, code }) => key === code);
  if (certain || candidates.length < 2) return certain ?? candidates[0];
  const areCodes = await Promise.all(candidates.map((row) => isCode(context, { release, row })));
  return candidates.find((_row, i) => areCodes[i]) ?? candidates[0];
}
