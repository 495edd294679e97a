// The properties of a concept from all their sources, with what the code system's definition says of each.
import type { CodeSystemDefinition, PropertyDefinition, PropertyValue } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { findConcept } from './find-concept.ts';

/** A property value with its definition; null where the definition lacks it. */
export interface DefinedProperty {
  readonly property: PropertyValue;
  readonly definition: PropertyDefinition | null;
  /** The release of the concept that has it. */
  readonly release: PinnedRelease;
}

/** All properties that the concept is known to have, or those of the given codes; in the order of their sources. */
export async function listProperties(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
  codes: readonly string[] | null,
): Promise<DefinedProperty[]> {
  const { loaders, releases } = context;
  const [system, content, set] = await Promise.all([
    releases.findCodeSystem(release.row.codeSystem),
    loaders.contents.load(row.contentId),
    row.propertySetId === null ? null : loaders.propertySets.load(row.propertySetId),
  ]);
  const ofKey = mayFollowFromKeys(system, codes) ? await loaders.keyProperties.load(release.row.id) : null;
  const own = [...content.properties, ...(set?.properties ?? [])];
  const following = (ofKey?.propertiesOf(row.key) ?? []).filter(
    ({ code }) => !own.some((property) => property.code === code), // its own is the exception that the publisher made
  );
  return [...own, ...following]
    .filter(({ code }) => codes === null || codes.includes(code))
    .map((property) => ({
      property,
      definition: system?.properties.find(({ code }) => code === property.code) ?? null,
      release,
    }));
}

/** What follows from a key is text: where no property that is asked for has text as its value, nothing is read. */
function mayFollowFromKeys(system: CodeSystemDefinition | null, codes: readonly string[] | null): boolean {
  return (system?.properties ?? []).some(
    ({ code, type }) => type !== 'boolean' && type !== 'integer' && (codes === null || codes.includes(code)),
  );
}

/** The properties that name other concepts, such as cross-references. */
export async function listConceptProperties(
  context: GatewayContext,
  concept: ReleaseConcept,
): Promise<DefinedProperty[]> {
  const system = await context.releases.findCodeSystem(concept.release.row.codeSystem);
  const codes = (system?.properties ?? []).filter(({ type }) => type === 'concept').map(({ code }) => code);
  return codes.length === 0 ? [] : await listProperties(context, concept, codes);
}

/** The concept that a property of type `concept` names; null for other types, and when the release has none. */
export async function findNamedConcept(
  context: GatewayContext,
  { property, definition, release }: DefinedProperty,
): Promise<ReleaseConcept | null> {
  if (definition?.type !== 'concept') return null;
  return await findConcept(context, release, String(property.value));
}

/** The parts that a release of the code system may have and this one came without. */
export function absentParts(release: PinnedRelease, system: CodeSystemDefinition | null) {
  return (system?.parts ?? []).filter(({ code }) => !release.row.parts.includes(code));
}

/** Whether `listProperties` gives all: not when the release came without a part that properties stand in. */
export async function arePropertiesComplete(
  { releases }: GatewayContext,
  { release }: ReleaseConcept,
): Promise<boolean> {
  const system = await releases.findCodeSystem(release.row.codeSystem);
  const absent = new Set(absentParts(release, system).map(({ code }) => code));
  return !(system?.properties ?? []).some(({ part }) => part !== undefined && absent.has(part));
}
