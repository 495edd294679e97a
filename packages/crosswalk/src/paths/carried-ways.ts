// What became of a code from release to release, as steps of a path: only what a publisher says or shows is a step.
import type { CarriedCode, CarriedStep, Lineage, LineageEdge } from '@codeset/comparison';
import type { PublishedRelease } from '@codeset/database/read';
import { lookUpForm, type MappingRelationship, sameWords } from '@codeset/terminology';
import type { Continuation } from './alternatives.ts';
import type { GapKind, PathPoint, ReleasesStep } from './path.ts';

/** What was carried, and by what it was led. */
export interface CarriedOnTheWay {
  readonly carried: CarriedCode;
  readonly lineage: Lineage;
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
  /** The concept as the path has come to it. */
  readonly point: PathPoint;
}

/** Every way on from the code, in the order in which its successors are told; one at least. */
export function carriedWays(way: CarriedOnTheWay): Continuation[] {
  const { carried, from, point } = way;
  const start = {
    ...point,
    code: carried.origin?.code ?? point.code,
    title: carried.origin?.display ?? null,
  };
  if (!carried.origin) {
    return [gapAt(start, 'unknown-code', `${from.codeSystem} ${from.version} has no code ${carried.asked}.`)];
  }
  const endedBefore = carried.path.length === 0 && carried.into.length > 0 ? carried.decisions : [];
  if (endedBefore.length > 0) return [gapAt(start, 'ended', endedBefore.join(' '))];
  const going: Going = { ...way, at: start, since: from.effectiveFrom };
  return waysFrom(going, []);
}

/** Where on the way it stands: what happened before a day is behind it. */
interface Going extends CarriedOnTheWay {
  readonly at: PathPoint;
  readonly since: string;
}

function waysFrom(going: Going, steps: readonly ReleasesStep[]): Continuation[] {
  const { carried, at, since } = going;
  const next = carried.path.find(({ code, before }) => code === at.code && before.effectiveFrom >= since);
  if (!next) return [arrival(going, steps)];
  if (next.reused) {
    const reason = `${next.code} was given to something else in ${next.after.version}.`;
    return [{ ...gapAt(at, 'reused', reason), steps }];
  }
  return next.stayed ? stays(going, steps, next) : leaves(going, steps, next);
}

/** Nothing more happens to it before the last release. */
function arrival({ carried, from, to, at }: Going, steps: readonly ReleasesStep[]): Continuation {
  const listed = carried.into.find(({ code }) => code === at.code);
  if (!listed) throw new Error(`${at.code} was carried and is not where it was carried to`);
  const end = { ...at, version: to.version, key: listed.key, title: listed.display, named: null };
  const calm: ReleasesStep = { ...stepFacts, before: from, after: to, from: at, to: end };
  const last = steps.at(-1);
  const gone = last ? [...steps.slice(0, -1), { ...last, to: end }] : [calm];
  return { steps: gone, end, gap: null };
}

/** What a step at which nothing happens tells. */
const stepFacts = {
  is: 'releases',
  relationship: 'equivalent',
  choices: 1,
  doubts: [],
  edges: [],
  reworded: null,
  together: [],
} as const;

/** The code stays in use, maybe under another code: a part of what it meant may have gone elsewhere. */
function stays(going: Going, steps: readonly ReleasesStep[], event: CarriedStep): Continuation[] {
  const { before, after, became, reworded } = event;
  const [code = event.code] = became;
  const edges = event.edges.filter(isFounded);
  const elsewhere = edges.filter(({ target }) => !isSame(target, code));
  const others = new Set(elsewhere.filter(isOfItself).map(({ target }) => target));
  const together = elsewhere.filter((edge) => !isOfItself(edge)).map((edge) => togetherDoubt(edge, after));
  const to = pointIn(going, after, code);
  const step: ReleasesStep = {
    ...stepFacts,
    before,
    after,
    from: going.at,
    to,
    relationship: others.size > 0 ? 'source-is-broader-than-target' : 'equivalent',
    choices: 1 + others.size,
    doubts: [...doubtsOf(going, event), ...rewordedDoubt(event), ...together],
    edges,
    reworded,
  };
  return waysFrom({ ...going, at: to, since: after.effectiveFrom }, [...steps, step]);
}

/** Its publisher keeps the code; whether other words mean the same only a reader can tell. Case and blanks say nothing. */
function rewordedDoubt({ code, after, reworded }: CarriedStep): string[] {
  if (!reworded || sameWords(reworded.before, reworded.after)) return [];
  return [`${code} was “${reworded.before}” before ${after.version}, and is “${reworded.after}” since.`];
}

/** Whether the code alone leads on. */
function isOfItself({ sourceWith }: LineageEdge): boolean {
  return sourceWith.length === 0;
}

/** What the code meant is untouched: only where another was coded with it, a code for both is used instead. */
function togetherDoubt({ source, sourceWith, target }: LineageEdge, { version }: PublishedRelease): string {
  const beside = sourceWith.map(({ text }) => text).join(' and ');
  return `Since ${version} ${target} is coded for ${source.from} together with ${beside}.`;
}

/** Others took its place, or none did. */
function leaves(going: Going, steps: readonly ReleasesStep[], event: CarriedStep): Continuation[] {
  const { before, after, code, became } = event;
  if (became.length === 0) {
    return [{ ...gapAt(going.at, 'ended', endOf(event)), steps }];
  }
  return became.flatMap((target) => {
    const leading = event.edges.filter((edge) => isSame(edge.target, target));
    const edges = leading.filter(isFounded);
    if (edges.length === 0) {
      const score = leading[0]?.evidence[0]?.score ?? 0;
      const reason = `${code} ended before ${after.version}, and only the likeness of titles (${score}) leads to ${target}: no publisher says so.`;
      return [{ ...gapAt(going.at, 'ended', reason), steps }];
    }
    const to = pointIn(going, after, target);
    const step: ReleasesStep = {
      ...stepFacts,
      before,
      after,
      from: going.at,
      to,
      relationship: relationshipOf(edges, going.lineage),
      choices: became.length,
      doubts: doubtsOf(going, event),
      edges,
      together: [...new Set(edges.flatMap(({ sourceWith }) => sourceWith.map(({ text }) => text)))],
    };
    return waysFrom({ ...going, at: to, since: after.effectiveFrom }, [...steps, step]);
  });
}

function endOf({ code, after, edges }: CarriedStep): string {
  const named = edges.map(({ target }) => target).join(', ');
  return named === ''
    ? `${code} ended before ${after.version}, and nothing says what took its place.`
    : `${code} ended before ${after.version}; it refers to ${named}, which is not in that release.`;
}

/** Sources that do not say the same of the code, where it is led by what they say. */
function doubtsOf({ lineage }: Going, { code, edges }: CarriedStep): readonly string[] {
  return edges.length > 0 ? lineage.contradictionsOf(code) : [];
}

/**
 * How the code stands to its successor. Conversion tables are made for finding data again and say of no pair that both
 * mean the same: one code for one is `related-to`, as is what is reached only together with another code.
 */
function relationshipOf(edges: readonly LineageEdge[], lineage: Lineage): MappingRelationship {
  const [edge] = edges;
  if (!edge || !edges.every(isOfItself)) return 'related-to';
  switch (edge.relation) {
    case 'rename':
      return 'equivalent';
    case 'merge':
      return 'source-is-narrower-than-target';
    case 'split':
      return sourcesOf(edge, lineage) > 1 ? 'related-to' : 'source-is-broader-than-target';
    case 'replace':
      return 'related-to';
    default:
      return edge.relation satisfies never;
  }
}

/** How many codes went into the target at this step. */
function sourcesOf({ target, after }: LineageEdge, lineage: Lineage): number {
  const into = lineage
    .predecessorsOf(target)
    .filter((edge) => edge.after?.id === after?.id && isFounded(edge));
  return new Set(into.map(({ source }) => `${lookUpForm(source.from)} ${source.to}`)).size;
}

/** Somebody says it, or the code system's own structure shows it; likeness of titles does neither. */
function isFounded({ evidence }: LineageEdge): boolean {
  return evidence.some(({ source }) => source !== 'similarity');
}

function pointIn({ point }: Going, { version }: PublishedRelease, code: string): PathPoint {
  return { codeSystem: point.codeSystem, version, code, key: null, title: null, named: null };
}

function isSame(a: string, b: string): boolean {
  return lookUpForm(a) === lookUpForm(b);
}

function gapAt(at: PathPoint, kind: GapKind, reason: string): Continuation {
  return { steps: [], end: null, gap: { kind, reason, at } };
}
