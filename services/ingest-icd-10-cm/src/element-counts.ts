// How many elements of each name were met, from the coverage that the parsers keep.
import type { XmlCoverage } from '@codeset/source-files';

/** Counts by element name, whatever the parent. */
export function elementCounts(coverage: XmlCoverage): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, count } of coverage.report()) {
    const element = /^[^>]+>([^>@#]+)$/.exec(path)?.[1];
    if (element !== undefined) counts.set(element, (counts.get(element) ?? 0) + count);
  }
  return counts;
}
