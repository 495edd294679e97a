// A list of codes followed through maps and releases: what every form of the answer is made from.
import { buildLineage, contentReader, type Lineage } from '@codeset/comparison';
import {
  codeSystemOf,
  type FollowedCode,
  followRoute,
  type Leg,
  outcomeOfPaths,
  type Path,
  type PathOutcome,
  pathsOf,
  type PathSources,
  planRoutes,
  readTitles,
  type Route,
  sideTo,
  versionOf,
} from '@codeset/crosswalk';
import type { PublishedRelease, Reader } from '@codeset/database/read';
import { CodesetError } from '@codeset/terminology';
import type { CodeList, CodeOfList } from '../code-list/parse-code-list.ts';
import type { ProgressLine } from '../progress-line.ts';
import { heldCodeSystem, publishedRelease } from '../published-releases.ts';
import { publishedWays } from '../published-ways.ts';
import { rememberedDiffs } from '../remembered-diffs.ts';
import type { AskedPaths } from './asked-paths.ts';

/** The list, and what its codes come to by each route. */
export interface FollowedList {
  readonly list: CodeList;
  readonly asked: AskedPaths;
  readonly routes: readonly ListByRoute[];
}

/** What the codes of the list come to by a route. */
export interface ListByRoute {
  readonly route: Route;
  readonly codes: readonly CodeByRoute[];
  /** Title of the concept that a path arrives at; null where it does not arrive, and where nobody says one. */
  readonly titleOf: (path: Path) => string | null;
}

/** What one code comes to. */
export interface CodeByRoute extends FollowedCode {
  readonly given: CodeOfList;
  readonly outcome: PathOutcome;
}

/** CONCEPT_MAP_UNKNOWN, CODE_SYSTEM_UNKNOWN, RELEASE_UNKNOWN, BAD_REQUEST. */
export async function readPaths(
  reader: Reader,
  list: CodeList,
  asked: AskedPaths,
  progress: ProgressLine,
): Promise<FollowedList> {
  const { from, to, fromVersion, toVersion, through, reverse } = asked;
  const named = async (codeSystem: string, version: string | null) =>
    version === null ? null : publishedRelease(await heldCodeSystem(reader, codeSystem), version);
  const [fromRelease, toRelease] = [await named(from, fromVersion), await named(to, toVersion)];
  const sources = await pathSources(reader, progress);
  const routes = planRoutes(sources.published, { from, to, fromRelease, toRelease, through, reverse });
  if (routes.length === 0) throw noRoute(sources, asked);
  const followed: ListByRoute[] = [];
  for (const route of routes) {
    const given = list.codes.map(({ code }) => code);
    const tell = (leg: Leg, concepts: number) => progress.step(`${concepts} concepts ${legWords(leg)}`);
    const found = await followRoute(sources, route, given, tell);
    const codes = list.codes.flatMap((code, i): CodeByRoute[] => {
      const one = found[i];
      return one ? [{ ...one, given: code, outcome: outcomeOfPaths(one) }] : [];
    });
    followed.push({ route, codes, titleOf: await endTitles(sources, route, codes) });
  }
  return { list, asked, routes: followed };
}

/** A leg from release to release has read the titles; where a map is the last, they are read now. */
async function endTitles(
  { reader, published }: PathSources,
  { legs }: Route,
  codes: readonly FollowedCode[],
): Promise<ListByRoute['titleOf']> {
  const leg = legs.at(-1);
  if (leg?.is !== 'map') return ({ end }) => end?.title ?? null;
  const { map, reverse } = leg;
  const side = sideTo(reverse);
  const mappingOf = ({ end, steps }: Path) => {
    const last = steps.at(-1);
    return end && last?.is === 'map' ? last.mapping : null;
  };
  const mappings = codes.flatMap(({ alternatives }) =>
    pathsOf(alternatives).flatMap((path) => mappingOf(path) ?? []),
  );
  const release = published.releases.find(
    (row) => row.codeSystem === codeSystemOf(map, side) && row.version === versionOf(map, side),
  );
  const titles = await readTitles(reader, { map, side, release: release ?? null }, mappings);
  return (path) => {
    const mapping = mappingOf(path);
    return mapping && titles(mapping);
  };
}

/** `through who-icd-10-icd-11-one 2019-04`, `from icd-10-cm 2016 to 2025`. */
export function legWords(leg: Leg): string {
  if (leg.is === 'map') {
    return `through ${leg.map.conceptMap} ${leg.map.version}${leg.reverse ? ' backwards' : ''}`;
  }
  return `from ${leg.codeSystem} ${leg.fromVersion ?? 'of no release that is named'} to ${leg.toVersion}`;
}

async function pathSources(reader: Reader, progress: ProgressLine): Promise<PathSources> {
  const published = {
    maps: await reader.listPublishedMaps(),
    releases: await reader.listPublishedReleases(),
    definitions: await reader.listCodeSystems(),
  };
  const compare = rememberedDiffs(reader, progress);
  const lineages = new Map<string, Promise<Lineage>>();
  const lineageOf: PathSources['lineageOf'] = (definition, held) => {
    const sample = held[0]?.sample ?? false;
    const name = `${definition.id} ${sample}`;
    const maps = published.maps.filter((map) => map.sample === sample);
    const built = lineages.get(name) ?? buildLineage(reader, { definition, held, maps, compare });
    lineages.set(name, built);
    return built;
  };
  return { reader, contents: contentReader(reader), published, lineageOf, compare };
}

function noRoute({ published }: PathSources, { from, to }: AskedPaths): CodesetError {
  return new CodesetError(
    'CONCEPT_MAP_UNKNOWN',
    `No published maps lead from ${from} to ${to}, not even several one after the other. ${publishedWays(published.maps)}`,
  );
}

/** The releases of code systems that a route goes through, each once. */
export function releasesOf({ legs }: Route): PublishedRelease[] {
  const releases = legs.flatMap((leg) => (leg.is === 'map' ? [] : [leg.from, leg.to]));
  const held = releases.flatMap((release) => release ?? []);
  return [...new Map(held.map((release) => [release.id, release])).values()];
}
