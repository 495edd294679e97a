// The roots of a release's tree: the chapters that changes are counted by, where it holds groupings.
import type { ConceptRow, Reader, RootRow } from '@codeset/database/read';
import type { Chapter } from './release-diff.ts';

/** The roots of one release. */
export interface ReleaseRoots {
  /** False where codes stand over codes only, as in a release without its tabular list. */
  readonly grouped: boolean;
  /** The chapters in tabular order; empty where the release is not grouped. */
  readonly chapters: readonly Chapter[];
  /** Key of the chapter that the line stands in, or is; null where none is known. */
  readonly chapterOf: (row: ConceptRow) => string | null;
}

/** Reads the roots of a release that are no codes. */
export async function readRoots(
  reader: Reader,
  releaseId: number,
  codeKinds: ReadonlySet<string>,
): Promise<ReleaseRoots> {
  const roots = await reader.listRootHeadlines(releaseId, [...codeKinds]);
  return {
    grouped: roots.length > 0,
    chapters: roots.map(({ key, code, display }) => ({ key, code, display })),
    chapterOf: (row) => findRoot(roots, row.position)?.key ?? null,
  };
}

/** The chapters of both releases, each once: those of the second, with those that are gone at the end. */
export function mergeChapters(from: ReleaseRoots, to: ReleaseRoots): Chapter[] {
  const keys = new Set(to.chapters.map(({ key }) => key));
  return [...to.chapters, ...from.chapters.filter(({ key }) => !keys.has(key))];
}

function findRoot(roots: readonly RootRow[], position: number): RootRow | undefined {
  let [low, high] = [0, roots.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const root = roots[middle];
    if (!root) return undefined;
    if (position < root.position) high = middle - 1;
    else if (position > root.subtreeEnd) low = middle + 1;
    else return root;
  }
  return undefined;
}
