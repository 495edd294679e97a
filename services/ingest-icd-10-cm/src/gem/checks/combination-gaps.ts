// Combinations with something missing: scenarios and choice lists are numbered from 1 on.
import type { Finding } from '@codeset/terminology';
import type { GemDirection } from '../gem-direction.ts';
import type { GemLine } from '../parse-gem.ts';

/** What one source has of combinations: by scenario, its choice lists; and the first line of it. */
interface Combinations {
  readonly line: number;
  readonly lists: Map<number, Set<number>>;
}

/** One warning for each source or scenario whose numbers leave a gap, or that has one choice list only. */
export function combinationGaps(
  lines: readonly GemLine[],
  { source }: GemDirection,
  file: string,
): Finding[] {
  return [...combinationsBySource(lines)].flatMap(([plain, { line, lists }]) => {
    const code = source.dotted(plain);
    const where = `${file}:${line}`;
    const scenarios = hasGap(lists.keys())
      ? [`${code} has ${listed('scenario', lists.keys())}, expected scenarios from 1 on without a gap.`]
      : [];
    const choices = [...lists]
      .filter(([, numbers]) => hasGap(numbers) || numbers.size < 2)
      .map(
        ([scenario, numbers]) =>
          `${code} has ${listed('choice list', numbers)} in scenario ${scenario}, expected two or more from 1 on without a gap.`,
      );
    return [...scenarios, ...choices].map((message) => ({
      severity: 'warning',
      rule: 'combination-gaps',
      message,
      where,
    }));
  });
}

function combinationsBySource(lines: readonly GemLine[]): Map<string, Combinations> {
  const bySource = new Map<string, Combinations>();
  for (const { source, line, combination } of lines) {
    if (combination === null) continue;
    const { lists } = setDefault(bySource, source, () => ({ line, lists: new Map() }));
    setDefault(lists, combination.scenario, () => new Set<number>()).add(combination.choiceList);
  }
  return bySource;
}

function setDefault<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function hasGap(numbers: Iterable<number>): boolean {
  const all = [...numbers];
  return Math.max(...all) !== all.length;
}

/** `choice list 2`, `choice lists 1, 3`. */
function listed(name: string, numbers: Iterable<number>): string {
  const all = [...numbers].sort((a, b) => a - b);
  return `${name}${all.length === 1 ? '' : 's'} ${all.join(', ')}`;
}
