// What the mappings of one code come to: alternatives, any one of which will do, some of them several codes together.
import {
  choiceListProperty,
  type Mapping,
  type MappingRelationship,
  scenarioProperty,
} from './concept-map.ts';

/** What is asked of a mapping here. */
type Mapped = Pick<Mapping, 'relationship' | 'properties'>;

/** One way to say the same: a single target, or a combination. */
export type TranslationOption<M extends Mapped> =
  | { readonly is: 'target'; readonly mapping: M }
  | Combination<M>;

/** Codes that are needed together: one of each choice list. */
export interface Combination<M extends Mapped> {
  readonly is: 'combination';
  /** The publisher's number of it. */
  readonly scenario: number;
  /** By their numbers. */
  readonly choiceLists: readonly ChoiceList<M>[];
}

/** Codes of which one is needed. */
export interface ChoiceList<M extends Mapped> {
  readonly number: number;
  /** In the publisher's order. */
  readonly choices: readonly M[];
}

/**
 * The alternatives of one source: single targets in the publisher's order, then scenarios by their numbers. Empty
 * where the publisher says that there is none, or says nothing.
 */
export function translationOptions<M extends Mapped>(mappings: readonly M[]): TranslationOption<M>[] {
  const targets = mappings.filter(({ relationship }) => relationship !== 'unmapped');
  const singles = targets.filter((mapping) => scenarioOf(mapping) === null);
  const scenarios = new Map<number, M[]>();
  for (const mapping of targets) {
    const scenario = scenarioOf(mapping);
    if (scenario === null) continue;
    const held = scenarios.get(scenario);
    if (held) held.push(mapping);
    else scenarios.set(scenario, [mapping]);
  }
  return [
    ...singles.map((mapping): TranslationOption<M> => ({ is: 'target', mapping })),
    ...inOrder(scenarios).map(([scenario, members]) => combination(scenario, members)),
  ];
}

/** Of which scenario a mapping is; null where it stands for itself. */
export function scenarioOf(mapping: Mapped): number | null {
  return numberOf(mapping, scenarioProperty);
}

function combination<M extends Mapped>(scenario: number, members: readonly M[]): Combination<M> {
  const lists = new Map<number, M[]>();
  for (const member of members) {
    const number = numberOf(member, choiceListProperty) ?? 0;
    const held = lists.get(number);
    if (held) held.push(member);
    else lists.set(number, [member]);
  }
  const choiceLists = inOrder(lists).map(([number, choices]) => ({ number, choices }));
  return { is: 'combination', scenario, choiceLists };
}

function numberOf({ properties }: Mapped, code: string): number | null {
  const value = properties.find((property) => property.code === code)?.value;
  return typeof value === 'number' ? value : null;
}

function inOrder<V>(byNumber: ReadonlyMap<number, V>): [number, V][] {
  return [...byNumber].sort(([a], [b]) => a - b);
}

/** How the target stands to the source, where a mapping is read backwards. */
export function reversedRelationship(relationship: MappingRelationship): MappingRelationship {
  if (relationship === 'source-is-narrower-than-target') return 'source-is-broader-than-target';
  if (relationship === 'source-is-broader-than-target') return 'source-is-narrower-than-target';
  return relationship;
}
