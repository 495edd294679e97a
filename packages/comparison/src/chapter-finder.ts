// Which chapter a changed concept belongs to: its own, or that of what it stands under in the other release.
import type { ConceptRow, Reader } from '@codeset/database/read';
import type { DifferingConcept } from './differing-concepts.ts';
import { inChunks } from './in-chunks.ts';
import type { ReleaseRoots } from './release-roots.ts';

/** The two releases, and where their chapters stand. */
export interface ChaptersOfBoth {
  readonly from: { readonly id: number; readonly roots: ReleaseRoots };
  readonly to: { readonly id: number; readonly roots: ReleaseRoots };
}

/** Gives the key of a concept's chapter; null where neither release tells. */
export type ChapterOf = (concept: DifferingConcept) => string | null;

/**
 * In the second release where it is there, else in the first. Where only one of them holds chapters, a concept that
 * only the other has belongs to the chapter of the nearest concept above it that both have.
 */
export async function chapterFinder(
  reader: Reader,
  { from, to }: ChaptersOfBoth,
  differing: readonly DifferingConcept[],
): Promise<ChapterOf> {
  const own: ChapterOf = (concept) =>
    (concept.to && to.roots.chapterOf(concept.to)) ??
    (concept.from && from.roots.chapterOf(concept.from)) ??
    null;
  if (from.roots.grouped === to.roots.grouped) return own;
  const [side, other] = from.roots.grouped ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const grouped = from.roots.grouped ? from : to;
  const byKey = new Map(differing.map((concept) => [concept.key, concept]));
  const lines = await linesAbove(reader, grouped.id, differing, { byKey, side, other });
  return (concept) => {
    const known = own(concept);
    if (known !== null) return known;
    const line = nearestAbove(concept, { byKey, side, other });
    const row = typeof line === 'string' ? lines.get(line) : line;
    return row ? grouped.roots.chapterOf(row) : null;
  };
}

interface Climb {
  readonly byKey: ReadonlyMap<string, DifferingConcept>;
  /** The release that holds chapters. */
  readonly side: 'from' | 'to';
  readonly other: 'from' | 'to';
}

/** The line of the nearest concept above that is in the grouped release, or its key where it did not change. */
function nearestAbove(concept: DifferingConcept, { byKey, side, other }: Climb): ConceptRow | string | null {
  let key = concept[other]?.parentKey ?? null;
  while (key !== null) {
    const above = byKey.get(key);
    if (!above) return key;
    if (above[side]) return above[side];
    key = above[other]?.parentKey ?? null;
  }
  return null;
}

async function linesAbove(
  reader: Reader,
  groupedId: number,
  differing: readonly DifferingConcept[],
  climb: Climb,
): Promise<Map<string, ConceptRow>> {
  const keys = new Set<string>();
  for (const concept of differing) {
    const line = concept[climb.side] ?? nearestAbove(concept, climb);
    if (typeof line === 'string') keys.add(line);
  }
  const lines = new Map<string, ConceptRow>();
  for (const some of inChunks([...keys])) {
    for (const row of await reader.listConceptsByKey(groupedId, some)) lines.set(row.key, row);
  }
  return lines;
}
