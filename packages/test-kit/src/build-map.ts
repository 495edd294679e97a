// Puts a map's release into a migrated database by the loader's own steps, without files, for tests of the read side.
import type { Database } from '@codeset/database';
import { findHeldRelease, markChecked, publishRelease, stageMap } from '@codeset/database/load';
import { countMap } from '@codeset/ingestion';
import {
  type ConceptMapDefinition,
  digestOfMap,
  type MappedVersions,
  type Mapping,
  type MentionedConcept,
  type ReleaseName,
  sha256,
} from '@codeset/terminology';

/** A release of a map as a test writes it down. */
export interface MapToBuild {
  readonly definition: ConceptMapDefinition;
  readonly name: ReleaseName;
  readonly sample?: boolean;
  readonly mappings: readonly Mapping[];
  readonly mentions?: readonly MentionedConcept[];
  readonly between?: MappedVersions;
}

/** Builds and publishes the release; returns its id. */
export async function buildMap(sql: Database, map: MapToBuild): Promise<number> {
  const { definition, name, sample = false, mappings, mentions = [] } = map;
  const { between = { source: null, target: null } } = map;
  const digest = digestOfMap({ mappings, mentions, between });
  const counts = countMap({ mappings, mentions });
  return await sql.begin(async (tx) => {
    const staged = { definition, name, sample, digest, counts, mappings, mentions, between };
    const id = await stageMap(tx, staged, [], sha256(name.version), () => undefined);
    await markChecked(tx, id, [], {});
    const release = await findHeldRelease(tx, definition.id, name.version, sample);
    if (release) await publishRelease(tx, release);
    return id;
  });
}

/** A mapping from code to code, or to none; what is not given is not said. */
export function aMapping(
  sourceCode: string | null,
  targetCode: string | null,
  rest: Partial<Mapping> = {},
): Mapping {
  const none =
    (sourceCode ?? rest.sourceKey ?? null) === null || (targetCode ?? rest.targetKey ?? null) === null;
  return {
    sourceCode,
    sourceKey: null,
    sourceTo: null,
    sourceBelow: false,
    sourceWith: [],
    targetCode,
    targetKey: null,
    relationship: none ? 'unmapped' : 'related-to',
    properties: [],
    place: '',
    ...rest,
  };
}
