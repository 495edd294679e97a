// The numbers of a map's release: mappings, codes named, and mappings of each sort.
import { type Mapping, type NormalizedMap, scenarioProperty } from '@codeset/terminology';

/**
 * Counts by name: `mappings`; `source codes` and `target codes`, each distinct one once, the key where there
 * is no code, a range as its two ends;
 * `ranges`, `combinations` and `sources with all below`; `concepts mentioned`; and `relationship …` for each relationship met.
 */
export function countMap({
  mappings,
  mentions,
}: Pick<NormalizedMap, 'mappings' | 'mentions'>): Readonly<Record<string, number>> {
  const count = (is: (mapping: Mapping) => boolean) => mappings.filter(is).length;
  const counts: Record<string, number> = {
    mappings: mappings.length,
    'source codes': new Set(mappings.flatMap(sourceCodes)).size,
    'target codes': new Set(mappings.flatMap(({ targetCode, targetKey }) => targetCode ?? targetKey ?? []))
      .size,
    ranges: count(({ sourceTo }) => sourceTo !== null),
    'sources with all below': count(({ sourceBelow }) => sourceBelow),
    combinations: count(isCombined),
    'concepts mentioned': mentions.length,
  };
  for (const { relationship } of mappings) {
    const name = `relationship ${relationship}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Several codes are needed together, on either side. */
function isCombined({ sourceWith, properties }: Mapping): boolean {
  return sourceWith.length > 0 || properties.some(({ code }) => code === scenarioProperty);
}

function sourceCodes({ sourceCode, sourceKey, sourceTo, sourceWith }: Mapping): string[] {
  return [sourceCode ?? sourceKey, sourceTo, ...sourceWith.flatMap(({ from, to }) => [from, to])].flatMap(
    (code) => code ?? [],
  );
}
