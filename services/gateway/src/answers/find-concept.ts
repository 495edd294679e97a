// Which concept of a release a text means: a code however it is written, the id of a grouping, or an identifier.
import type { ConceptRow } from '@codeset/database/read';
import { identifierKey, lookUpForm } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { chooseConcept } from './code-or-grouping.ts';

/**
 * The concept; null when the release has none. Where a grouping and a code share an id (block and category C7A), the
 * code is meant, unless `kind` says otherwise.
 */
export async function findConcept(
  context: GatewayContext,
  release: PinnedRelease,
  text: string,
  kind: string | null = null,
): Promise<ReleaseConcept | null> {
  const candidates = await listMeant(context, release, text);
  const row =
    kind === null
      ? await chooseConcept(context, release, candidates)
      : await ofKind(context, candidates, kind);
  return row ? { release, row } : null;
}

/** An identifier leads to the key, which may be under another code in each release; anything else is a code. */
async function listMeant(
  context: GatewayContext,
  release: PinnedRelease,
  text: string,
): Promise<readonly ConceptRow[]> {
  const loaders = context.loaders.of(release);
  const key = identifierKey(release.row.identifierForms, text);
  const identified = key === null ? [] : await loaders.conceptsByKey.load(key);
  return identified.length > 0 ? identified : await loaders.conceptsByLookUp.load(lookUpForm(text));
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
