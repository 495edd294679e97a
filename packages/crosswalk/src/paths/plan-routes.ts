// Which ways lead from one code system to another, through how many maps and releases they may.
import { refuseWay } from '@codeset/comparison';
import type { PublishedMap, PublishedRelease } from '@codeset/database/read';
import { type CodeSystemDefinition, CodesetError } from '@codeset/terminology';
import { codeSystemOf, sideFrom, sideTo, versionOf } from '../map-side.ts';
import { type MapHop, mapsReachable, pinMap, releasesOfMap } from '../maps-leading.ts';
import type { BlockedLeg, Leg, ReleasesLeg, Route } from './route.ts';

/** A map by its name. */
export interface NamedMap {
  readonly map: string;
  /** Null for the release that fits best. */
  readonly version: string | null;
}

/** From where to where. */
export interface PathWish {
  /** Ids of the code systems. */
  readonly from: string;
  readonly to: string;
  /** Release that the codes are of; null where that is not said. */
  readonly fromRelease: PublishedRelease | null;
  /** Release that the codes are to be of; null for the one that the last map speaks of. */
  readonly toRelease: PublishedRelease | null;
  /** The maps one after the other; null for all ways that take the fewest. */
  readonly through: readonly NamedMap[] | null;
  /** Maps may be read backwards. */
  readonly reverse: boolean;
}

/** What is published. */
export interface Published {
  readonly maps: readonly PublishedMap[];
  readonly releases: readonly PublishedRelease[];
  readonly definitions: readonly CodeSystemDefinition[];
}

/** Maps of one way that may be named: nobody needs as many, and each takes its time. */
const mapsAtMost = 8;

/** Routes that may be asked for at once: more are for nobody to read. */
const routesAtMost = 12;

/**
 * The ways that go through the fewest maps, by the maps' ids; or the one that is named. Empty where no maps lead
 * there. CONCEPT_MAP_UNKNOWN, RELEASE_UNKNOWN, BAD_REQUEST.
 */
export function planRoutes(published: Published, wish: PathWish): Route[] {
  const usable = { ...published, maps: published.maps.filter((map) => isLike(map, wish)) };
  const hops = wish.through
    ? [namedHops(usable.maps, wish, wish.through)]
    : fewestHops(usable.maps, wish.from, wish.to, wish.reverse);
  if (hops.length > routesAtMost) {
    throw new CodesetError(
      'BAD_REQUEST',
      `There are ${hops.length} ways from ${wish.from} to ${wish.to}: name the maps to go through.`,
    );
  }
  if (wish.from === wish.to && (!wish.fromRelease || !wish.toRelease) && hops[0]?.length === 0) {
    throw new CodesetError(
      'BAD_REQUEST',
      `From ${wish.from} to itself leads a way from release to release: name the first and the last.`,
    );
  }
  return hops.map((some) => routeThrough(usable, wish, some));
}

/** What is made up and what is real have no part in one another. */
function isLike({ sample }: PublishedMap, { fromRelease, toRelease }: PathWish): boolean {
  return [fromRelease, toRelease].every((release) => release === null || release.sample === sample);
}

/** The maps that are named, each leading on from where the one before it ends. */
function namedHops(
  maps: readonly PublishedMap[],
  { from, to, reverse }: PathWish,
  through: readonly NamedMap[],
): MapHop[] {
  if (through.length > mapsAtMost) {
    throw new CodesetError('BAD_REQUEST', `${through.length} maps are named, at most ${mapsAtMost} can be.`);
  }
  let at = from;
  const hops = through.map(({ map: id, version }): MapHop => {
    const [any] = releasesOfMap(maps, id);
    if (!any) throw new Error(`${id} has no releases`);
    const found = version === null ? any : pinMap(maps, id, version);
    const forward = codeSystemOf(found, 'source') === at;
    if (!forward && codeSystemOf(found, 'target') !== at) throw notOnward(found, at);
    if (codeSystemOf(found, 'source') === codeSystemOf(found, 'target')) throw within(found);
    if (!forward && !reverse) throw needsReverse(found, at);
    const hop = { map: id, version, reverse: !forward, to: codeSystemOf(found, sideTo(!forward)) };
    at = hop.to;
    return hop;
  });
  if (at === to) return hops;
  throw new CodesetError(
    'BAD_REQUEST',
    `The maps that are named lead from ${from} to ${at}, not to ${to}: name one that leads on, or ask for ${at}.`,
  );
}

function notOnward({ conceptMap, definition }: PublishedMap, at: string): CodesetError {
  const { sourceCodeSystem, targetCodeSystem } = definition;
  return new CodesetError(
    'BAD_REQUEST',
    `The map ${conceptMap} leads from ${sourceCodeSystem} to ${targetCodeSystem}; the way has come to ${at}.`,
  );
}

function needsReverse({ conceptMap, definition }: PublishedMap, at: string): CodesetError {
  const { sourceCodeSystem } = definition;
  return new CodesetError(
    'BAD_REQUEST',
    `The map ${conceptMap} leads from ${sourceCodeSystem} to ${at}. It can be read backwards where that is asked for (reverse), which is not what its publisher says.`,
  );
}

function within({ conceptMap, definition }: PublishedMap): CodesetError {
  return new CodesetError(
    'BAD_REQUEST',
    `The map ${conceptMap} leads from release to release of ${definition.sourceCodeSystem}: name the releases, and it is gone through with them.`,
  );
}

/** All sequences of the fewest maps, by breadth; no code system is passed twice. */
function fewestHops(maps: readonly PublishedMap[], from: string, to: string, reverse: boolean): MapHop[][] {
  const reached = new Set([from]);
  let ways: MapHop[][] = [[]];
  const endOf = (way: readonly MapHop[]) => way.at(-1)?.to ?? from;
  while (ways.length > 0) {
    const arrived = ways.filter((way) => endOf(way) === to);
    if (arrived.length > 0) return arrived;
    ways = ways.flatMap((way) =>
      mapsReachable(maps, endOf(way), reverse)
        .filter((hop) => !reached.has(hop.to))
        .map((hop) => [...way, hop]),
    );
    for (const way of ways) reached.add(endOf(way));
  }
  return [];
}

function routeThrough(published: Published, wish: PathWish, hops: readonly MapHop[]): Route {
  const legs: Leg[] = [];
  let version = wish.fromRelease?.version ?? null;
  for (const [i, hop] of hops.entries()) {
    const last = i === hops.length - 1;
    const map = fittingRelease(published, hop, { version, to: last ? wish.toRelease : null });
    const near = versionOf(map, sideFrom(hop.reverse));
    const codeSystem = codeSystemOf(map, sideFrom(hop.reverse));
    if (near !== null && version !== null && near !== version) {
      legs.push(releasesLeg(published, { codeSystem, from: version, to: near }));
    }
    legs.push({ is: 'map', map, reverse: hop.reverse });
    version = versionOf(map, sideTo(hop.reverse));
  }
  const { toRelease, from, fromRelease, to } = wish;
  if (toRelease && (toRelease.version !== version || legs.length === 0)) {
    legs.push(releasesLeg(published, { codeSystem: to, from: version, to: toRelease.version }));
  }
  return { from, fromRelease, to, legs };
}

/** The release that is named, else the one that takes the fewest doubts, the newest of these. */
function fittingRelease(
  published: Published,
  { map: id, version, reverse }: MapHop,
  between: { readonly version: string | null; readonly to: PublishedRelease | null },
): PublishedMap {
  if (version !== null) return pinMap(published.maps, id, version);
  const held = releasesOfMap(published.maps, id);
  const inForce = held.filter(({ draft }) => !draft);
  const candidates = inForce.length > 0 ? inForce : held;
  const worthOf = (map: PublishedMap) => {
    const [near, far] = [sideFrom(reverse), sideTo(reverse)];
    const came = ease(published, codeSystemOf(map, near), between.version, versionOf(map, near));
    const goes = ease(published, codeSystemOf(map, far), versionOf(map, far), between.to?.version ?? null);
    return Math.min(came, goes) * 100 + came * 10 + goes;
  };
  const best = Math.max(...candidates.map(worthOf));
  const found = candidates.findLast((map) => worthOf(map) === best);
  if (!found) throw new Error(`${id} has no releases`);
  return found;
}

/** 3: the same release, or nothing is asked; 2: a way leads there; 1: nobody says which release it is; 0: no way. */
function ease(published: Published, codeSystem: string, from: string | null, to: string | null): number {
  if (to === null || from === to) return 3;
  if (from === null) return 1;
  return releasesLeg(published, { codeSystem, from, to }).blocked ? 0 : 2;
}

/** A leg between two versions of a code system, with what stands in its way. */
function releasesLeg(
  { releases, definitions }: Published,
  {
    codeSystem,
    from: fromVersion,
    to: toVersion,
  }: { readonly codeSystem: string; readonly from: string | null; readonly to: string },
): ReleasesLeg {
  const held = releases.filter((release) => release.codeSystem === codeSystem);
  const from = held.find(({ version }) => version === fromVersion) ?? null;
  const to = held.find(({ version }) => version === toVersion) ?? null;
  const definition = definitions.find(({ id }) => id === codeSystem) ?? null;
  const leg = { codeSystem, fromVersion, toVersion, from, to, definition };
  return { is: 'releases', ...leg, blocked: blockOf(leg) };
}

function blockOf({
  codeSystem,
  fromVersion,
  toVersion,
  from,
  to,
}: Omit<ReleasesLeg, 'is' | 'blocked'>): BlockedLeg | null {
  if (from && to) {
    if (from.effectiveFrom > to.effectiveFrom) {
      const reason = `${codeSystem} ${toVersion} was in force before ${fromVersion}: nothing is told of how codes lead back in time.`;
      return { kind: 'back-in-time', reason };
    }
    return refusedWay(from, to);
  }
  const named = from ? toVersion : fromVersion;
  const reason =
    named === null
      ? `The map does not say to which release of ${codeSystem} it leads, so nothing can lead on to ${toVersion}.`
      : `Release ${named} of ${codeSystem} is not held, so nothing says what became of its codes.`;
  return { kind: 'release-not-held', reason };
}

function refusedWay(from: PublishedRelease, to: PublishedRelease): BlockedLeg | null {
  try {
    refuseWay(from, to);
    return null;
  } catch (error) {
    if (!(error instanceof CodesetError)) throw error;
    return { kind: 'release-not-held', reason: error.message };
  }
}
