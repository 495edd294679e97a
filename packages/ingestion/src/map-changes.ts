// What a map's release says otherwise than the published one before it, in numbers, and whether that is in reason.
import {
  compareMaps,
  type ConceptMapDefinition,
  type Finding,
  mappedSourceName,
  type NormalizedMap,
  type ReleaseName,
  tallyMapChanges,
} from '@codeset/terminology';
import type { MapChangeSummary } from './load-report.ts';
import type { HeldForMap } from './map-service.ts';

/** The greatest share of sources that go between two releases without a question. */
const share = 0.2;

/** What a load says of the changes; no numbers and no doubts for the first release. */
export interface MapChanges {
  readonly changes: MapChangeSummary | null;
  readonly doubts: readonly Finding[];
}

/** Compares with the last published release that is in force before this one. */
export async function compareWithBefore(
  { mappings }: Pick<NormalizedMap, 'mappings'>,
  { ofRelease }: Pick<ConceptMapDefinition, 'ofRelease'>,
  held: Pick<HeldForMap, 'releases' | 'listMappings'>,
  { effectiveFrom }: Pick<ReleaseName, 'effectiveFrom'>,
): Promise<MapChanges> {
  const before = held.releases.findLast((release) => release.effectiveFrom < effectiveFrom);
  if (!before) return { changes: null, doubts: [] };
  const earlier = await held.listMappings(before.version);
  const changed = compareMaps(earlier, mappings, ofRelease);
  const kinds = tallyMapChanges(changed);
  const gone = kinds.find(({ kind }) => kind === 'sourceRemoved')?.sources ?? 0;
  const sources = new Set(earlier.map(mappedSourceName)).size;
  return {
    changes: { against: before.version, sources: changed.length, kinds },
    doubts: gone > sources * share ? [doubtOf(gone, sources, before.version)] : [],
  };
}

/** New sources are no doubt: tables that list all changes so far grow with every release. */
function doubtOf(gone: number, sources: number, version: string): Finding {
  const percent = Math.round((100 * gone) / sources);
  const message = `${gone} of ${sources} sources (${percent} %) are gone since ${version}.`;
  return { severity: 'warning', rule: 'change-in-reason', message, where: null };
}
