// What changed between two releases of a map, source by source: pure, from all mappings of either.
import { lookUpForm } from './code-form.ts';
import { choiceListProperty, type Mapping, scenarioProperty } from './concept-map.ts';

/** What can have become of a source, in the order in which it is told. */
export const mapChangeKinds = [
  'sourceAdded',
  'sourceRemoved',
  'targetAdded',
  'targetRemoved',
  'changed',
  'reordered',
] as const;

/**
 * `sourceAdded`, `sourceRemoved`: the map speaks of it in one of the releases only; `targetAdded`, `targetRemoved`: it
 * leads to something else, or to none; `changed`: the publisher says something else of the same target; `reordered`:
 * the same targets in another order.
 */
export type MapChangeKind = (typeof mapChangeKinds)[number];

/** What became of a source, in a few words; shown in the schema and to people. */
export const mapChangeMeanings: Readonly<Record<MapChangeKind, string>> = {
  sourceAdded: 'the map speaks of it now',
  sourceRemoved: 'the map no longer speaks of it',
  targetAdded: 'leads to something that it did not lead to, or now to none',
  targetRemoved: 'no longer leads to something, or no longer to none',
  changed: 'something else is said of the same target',
  reordered: 'the same targets in another order',
};

/** A mapping whose target stayed, with what was and is said of it. */
export interface ChangedMapping<M extends Mapping = Mapping> {
  readonly before: M;
  readonly after: M;
}

/** A source of which the two releases do not say the same. */
export interface MapChange<M extends Mapping = Mapping> {
  /** Null where the publisher says that there is none: then the mappings go by their target. */
  readonly sourceCode: string | null;
  readonly sourceKey: string | null;
  /** In the order of `mapChangeKinds`; never empty. */
  readonly kinds: readonly MapChangeKind[];
  readonly added: readonly M[];
  readonly removed: readonly M[];
  readonly changed: readonly ChangedMapping<M>[];
}

/** How many sources have a kind of change. */
export interface MapKindTotal {
  readonly kind: MapChangeKind;
  readonly sources: number;
}

/** Every kind in its order; one source can have several. */
export function tallyMapChanges(changes: readonly Pick<MapChange, 'kinds'>[]): MapKindTotal[] {
  return mapChangeKinds.map((kind) => ({
    kind,
    sources: changes.filter(({ kinds }) => kinds.includes(kind)).length,
  }));
}

/**
 * The sources that changed, in the order of the second release, then those that are gone in that of the first. The
 * properties `ofRelease` name the release itself and are not compared; nor is the place in the file.
 */
export function compareMaps<M extends Mapping>(
  before: readonly M[],
  after: readonly M[],
  ofRelease: readonly string[] = [],
): MapChange<M>[] {
  const [old, now] = [bySource(before), bySource(after)];
  const names = [...now.keys(), ...[...old.keys()].filter((name) => !now.has(name))];
  return names.flatMap((name) => changeOf(old.get(name) ?? [], now.get(name) ?? [], ofRelease));
}

function bySource<M extends Mapping>(mappings: readonly M[]): Map<string, M[]> {
  const groups = new Map<string, M[]>();
  for (const mapping of mappings) {
    const name = mappedSourceName(mapping);
    const group = groups.get(name);
    if (group) group.push(mapping);
    else groups.set(name, [mapping]);
  }
  return groups;
}

/** What makes two mappings of one source: its key, else its code in whatever form, else the target of what has none. */
export function mappedSourceName({ sourceKey, sourceCode, targetKey, targetCode }: Mapping): string {
  if (sourceKey !== null) return `key ${sourceKey}`;
  if (sourceCode !== null) return `code ${lookUpForm(sourceCode)}`;
  return `none before ${targetKey ?? lookUpForm(targetCode ?? '')}`;
}

function changeOf<M extends Mapping>(
  before: readonly M[],
  after: readonly M[],
  ofRelease: readonly string[],
): MapChange<M>[] {
  const waiting = new Map<string, M[]>();
  for (const mapping of before) {
    const name = targetName(mapping);
    const held = waiting.get(name);
    if (held) held.push(mapping);
    else waiting.set(name, [mapping]);
  }
  const added: M[] = [];
  const pairs: ChangedMapping<M>[] = [];
  for (const mapping of after) {
    const earlier = waiting.get(targetName(mapping))?.shift();
    if (earlier) pairs.push({ before: earlier, after: mapping });
    else added.push(mapping);
  }
  const left = new Set([...waiting.values()].flat());
  const removed = before.filter((mapping) => left.has(mapping));
  const changed = pairs.filter((pair) => factsOf(pair.before, ofRelease) !== factsOf(pair.after, ofRelease));
  const kinds = kindsOf({ before, after, added, removed, changed, pairs });
  const source = after[0] ?? before[0];
  if (!source || kinds.length === 0) return [];
  const { sourceCode, sourceKey } = source;
  return [{ sourceCode, sourceKey, kinds, added, removed, changed }];
}

interface Compared extends Pick<MapChange, 'added' | 'removed' | 'changed'> {
  readonly before: readonly Mapping[];
  readonly after: readonly Mapping[];
  readonly pairs: readonly ChangedMapping[];
}

function kindsOf({ before, after, added, removed, changed, pairs }: Compared): MapChangeKind[] {
  if (before.length === 0) return ['sourceAdded'];
  if (after.length === 0) return ['sourceRemoved'];
  const places = new Map(before.map((mapping, place) => [mapping, place]));
  const order = pairs.map((pair) => places.get(pair.before) ?? 0);
  const found: Readonly<Record<MapChangeKind, boolean>> = {
    sourceAdded: false,
    sourceRemoved: false,
    targetAdded: added.length > 0,
    targetRemoved: removed.length > 0,
    changed: changed.length > 0,
    reordered: order.some((place, i) => place < (order[i - 1] ?? 0)),
  };
  return mapChangeKinds.filter((kind) => found[kind]);
}

/** What makes two mappings of a source one: the target, and what it is needed with. */
function targetName(mapping: Mapping): string {
  const { targetKey, targetCode, sourceTo, sourceBelow, sourceWith } = mapping;
  const target = targetKey ?? (targetCode === null ? null : lookUpForm(targetCode));
  const together = sourceWith.map(({ from, to, below }) => [from, to, below]);
  const place = [scenarioProperty, choiceListProperty].map((code) => valueUnder(mapping, code));
  return JSON.stringify([target, sourceTo, sourceBelow, together, place]);
}

function factsOf({ targetCode, relationship, properties }: Mapping, ofRelease: readonly string[]): string {
  const compared = properties.filter(({ code }) => !ofRelease.includes(code));
  return JSON.stringify([targetCode, relationship, compared.map(({ code, value }) => [code, value])]);
}

function valueUnder({ properties }: Mapping, wanted: string): string | number | boolean | null {
  return properties.find(({ code }) => code === wanted)?.value ?? null;
}
