// The numbers of a map's release: mappings, codes named, and mappings of each sort.
import type { Mapping } from '@codeset/terminology';

/**
 * Counts by name: `mappings`; `source codes` and `target codes`, each distinct one once, a range as its two ends;
 * `ranges`, `combinations` and `sources with all below`; and `relationship …` for each relationship met.
 */
export function countMap(mappings: readonly Mapping[]): Readonly<Record<string, number>> {
  const count = (is: (mapping: Mapping) => boolean) => mappings.filter(is).length;
  const counts: Record<string, number> = {
    mappings: mappings.length,
    'source codes': new Set(mappings.flatMap(sourceCodes)).size,
    'target codes': new Set(mappings.flatMap(({ targetCode }) => targetCode ?? [])).size,
    ranges: count(({ sourceTo }) => sourceTo !== null),
    'sources with all below': count(({ sourceBelow }) => sourceBelow),
    combinations: count(({ sourceWith }) => sourceWith.length > 0),
  };
  for (const { relationship } of mappings) {
    const name = `relationship ${relationship}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function sourceCodes({ sourceCode, sourceTo, sourceWith }: Mapping): string[] {
  return [sourceCode, sourceTo, ...sourceWith.flatMap(({ from, to }) => [from, to])].flatMap(
    (code) => code ?? [],
  );
}
