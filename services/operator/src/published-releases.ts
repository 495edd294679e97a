// The published releases of a code system as readers see them; errors list those that there are.
import type { PublishedRelease, Reader } from '@codeset/database/read';
import { type CodeSystemDefinition, CodesetError } from '@codeset/terminology';

/** A code system that is held, with its published releases by effective date. */
export interface HeldCodeSystem {
  readonly definition: CodeSystemDefinition;
  readonly published: readonly PublishedRelease[];
}

/** By what is held, not by the services of this version. CODE_SYSTEM_UNKNOWN with those that are held. */
export async function heldCodeSystem(reader: Reader, codeSystem: string): Promise<HeldCodeSystem> {
  const definitions = await reader.listCodeSystems();
  const definition = definitions.find(({ id }) => id === codeSystem);
  if (!definition) {
    const held = definitions.map(({ id }) => id).join(', ') || 'none; `codeset load` loads one';
    throw new CodesetError('CODE_SYSTEM_UNKNOWN', `No code system ${codeSystem} is held. Held: ${held}.`);
  }
  const published = (await reader.listPublishedReleases()).filter((row) => row.codeSystem === codeSystem);
  return { definition, published };
}

/** RELEASE_UNKNOWN with those that are published. */
export function publishedRelease(
  { definition, published }: HeldCodeSystem,
  version: string,
): PublishedRelease {
  const found = published.find((row) => row.version === version);
  if (found) return found;
  const versions = published.map((row) => row.version).join(', ') || 'none';
  throw new CodesetError(
    'RELEASE_UNKNOWN',
    `Release ${version} of ${definition.id} is not published. Published: ${versions}.`,
  );
}
