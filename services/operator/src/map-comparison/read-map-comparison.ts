// Two releases of a map that are held, published or not, compared: what every form of the answer is made from.
import { listHeldMappings, type ReleaseRow } from '@codeset/database/load';
import { compareMaps, type ConceptMapDefinition, type MapChange, type Mapping } from '@codeset/terminology';
import type { Sql } from 'postgres';
import { heldRelease } from '../commands/held-release.ts';
import type { ProgressLine } from '../progress-line.ts';

/** What changed from the one to the other. */
export interface MapComparison {
  readonly definition: ConceptMapDefinition;
  readonly from: ReleaseRow;
  readonly to: ReleaseRow;
  readonly mappings: { readonly from: number; readonly to: number };
  readonly changes: readonly MapChange[];
}

/** RELEASE_UNKNOWN with those that are held. */
export async function readMapComparison(
  sql: Sql,
  definition: ConceptMapDefinition,
  versions: { readonly from: string; readonly to: string },
  progress: ProgressLine,
): Promise<MapComparison> {
  const from = await heldRelease(sql, definition.id, versions.from);
  const to = await heldRelease(sql, definition.id, versions.to);
  progress.step(`read the mappings of ${from.version} and ${to.version}`);
  const [before, after] = [await heldMappings(sql, from), await heldMappings(sql, to)];
  progress.step('compare');
  const changes = compareMaps(before, after, definition.ofRelease);
  return { definition, from, to, mappings: { from: before.length, to: after.length }, changes };
}

async function heldMappings(sql: Sql, { id }: ReleaseRow): Promise<Mapping[]> {
  const mappings: Mapping[] = [];
  for await (const some of listHeldMappings(sql, id)) mappings.push(...some);
  return mappings;
}
