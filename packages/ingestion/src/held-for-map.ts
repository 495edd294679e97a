// What a load of a map is checked against: real releases for real ones, samples for samples, drafts never.
import { findHeldDefinition, listHeldMappings, listNamedCodes, listNamedKeys } from '@codeset/database/load';
import { type ConceptMapDefinition, type Mapping, codeKindsOf } from '@codeset/terminology';
import type { Sql } from 'postgres';
import type { HeldCodeSystem, HeldForMap } from './map-service.ts';
import { publishedReleases, releaseAmong } from './published-releases.ts';

/** Reads the list of releases now; mappings and codes only when they are asked for. */
export async function heldForMap(
  sql: Sql,
  { id }: ConceptMapDefinition,
  sample: boolean,
): Promise<HeldForMap> {
  const releases = await publishedReleases(sql, id, sample);
  return {
    releases,
    async listMappings(version) {
      const mappings: Mapping[] = [];
      const { id: releaseId } = releaseAmong(releases, id, version);
      for await (const batch of listHeldMappings(sql, releaseId)) mappings.push(...batch);
      return mappings;
    },
    codeSystem: (codeSystem) => heldCodeSystem(sql, codeSystem, sample),
  };
}

async function heldCodeSystem(sql: Sql, id: string, sample: boolean): Promise<HeldCodeSystem> {
  const releases = await publishedReleases(sql, id, sample);
  const definition = await findHeldDefinition(sql, id);
  const kinds = definition ? [...codeKindsOf(definition)] : [];
  return {
    releases,
    async findCodes(version, codes) {
      const rows = await listNamedCodes(sql, releaseAmong(releases, id, version).id, kinds, codes);
      return new Map(rows.map(({ code, selectable }) => [code, { selectable }]));
    },
    async findKeys(version, keys) {
      const rows = await listNamedKeys(sql, releaseAmong(releases, id, version).id, keys);
      return new Map(rows.map(({ key, code }) => [key, { code }]));
    },
  };
}
