// The properties of a concept, with what the code system's definition says of each.
import type { CodeSystemDefinition, PropertyDefinition, PropertyValue } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';

/** A property value with its definition; null where the definition lacks it. */
export interface DefinedProperty {
  readonly property: PropertyValue;
  readonly definition: PropertyDefinition | null;
}

/** All properties that the concept is known to have, or those of the given codes; in the order of their sources. */
export async function listProperties(
  { loaders, releases }: GatewayContext,
  { release, row }: ReleaseConcept,
  codes: readonly string[] | null,
): Promise<DefinedProperty[]> {
  const content = await loaders.contents.load(row.contentId);
  const set = row.propertySetId === null ? null : await loaders.propertySets.load(row.propertySetId);
  const values = [...content.properties, ...(set?.properties ?? [])];
  const system = await releases.findCodeSystem(release.row.codeSystem);
  return values
    .filter(({ code }) => codes === null || codes.includes(code))
    .map((property) => ({
      property,
      definition: system?.properties.find(({ code }) => code === property.code) ?? null,
    }));
}

/** The parts that a release of the code system may have and this one came without. */
export function absentParts(release: PinnedRelease, system: CodeSystemDefinition | null) {
  return (system?.parts ?? []).filter(({ code }) => !release.row.parts.includes(code));
}

/** Whether `listProperties` gives all: not when the release came without the lists that properties stand in. */
export async function arePropertiesComplete(
  { releases }: GatewayContext,
  { release, row }: ReleaseConcept,
): Promise<boolean> {
  if (row.propertySetId !== null) return true;
  return absentParts(release, await releases.findCodeSystem(release.row.codeSystem)).length === 0;
}
