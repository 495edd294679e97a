// Many codes along one route, leg by leg: what each comes to, with every step.
import { atStart, goOn, type Onward, onwardToGap } from './alternatives.ts';
import { type FollowedCode, type PathAlternative, type PathPoint, pathsOf, statusOf } from './path.ts';
import type { Leg, Route } from './route.ts';
import type { PathSources } from './sources.ts';
import { throughMap } from './through-map.ts';
import { throughReleases } from './through-releases.ts';

/** In the order asked; `tell` is told of each leg before it is gone, with how many concepts stand before it. */
export async function followRoute(
  sources: PathSources,
  route: Route,
  codes: readonly string[],
  tell: (leg: Leg, concepts: number) => void = () => undefined,
): Promise<FollowedCode[]> {
  const starts = codes.map((code) => startOf(route, code));
  let reached = starts.map(atStart);
  for (const leg of route.legs) {
    const points = new Map<string, PathPoint>();
    for (const { end } of reached.flatMap(pathsOf)) if (end) points.set(nameOf(end), end);
    if (points.size === 0) break;
    tell(leg, points.size);
    const onward = await throughLeg(sources, leg, points);
    reached = reached.map((alternatives, i) => {
      const next = goOn(alternatives, (point) => onward.get(nameOf(point)) ?? []);
      return next ?? tooMany(starts[i], leg);
    });
  }
  return codes.map((asked, i) => {
    const alternatives = reached[i] ?? [];
    return { asked, status: statusOf(alternatives), alternatives };
  });
}

function startOf({ from, fromRelease }: Route, code: string): PathPoint {
  const version = fromRelease?.version ?? null;
  return { codeSystem: from, version, code, key: null, title: null, named: null };
}

/** A point is the same wherever the path to it came from: it is asked for once. */
function nameOf({ version, code, key, named }: PathPoint): string {
  return JSON.stringify([version, code, key, named?.map.id]);
}

async function throughLeg(
  sources: PathSources,
  leg: Leg,
  points: ReadonlyMap<string, PathPoint>,
): Promise<Map<string, Onward>> {
  const { reader, published } = sources;
  const list = [...points.values()];
  const onward =
    leg.is === 'map'
      ? await throughMap(reader, published.releases, leg, list)
      : await throughReleases(sources, leg, list);
  return new Map([...points.keys()].map((name, i) => [name, onward[i] ?? []]));
}

function tooMany(start: PathPoint | undefined, leg: Leg): PathAlternative[] {
  if (!start) throw new Error('a code has no start');
  const where =
    leg.is === 'map' ? `${leg.map.conceptMap} ${leg.map.version}` : `${leg.codeSystem} ${leg.toVersion}`;
  const reason = `By ${where} it comes to more combinations of codes than can be told: ask map by map.`;
  return goOn(atStart(start), () => onwardToGap({ kind: 'too-many', reason, at: start })) ?? [];
}
