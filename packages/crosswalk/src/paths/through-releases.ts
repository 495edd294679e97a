// One leg of a path: what became of many concepts from one release of their code system to another.
import { type CarriedCode, carryForward, type Lineage } from '@codeset/comparison';
import type { PublishedRelease } from '@codeset/database/read';
import { type CodeSystemDefinition, codeKindsOf, identifierKey, lookUpForm } from '@codeset/terminology';
import { type Continuation, onwardToGap, type Onward } from './alternatives.ts';
import { carriedWays } from './carried-ways.ts';
import { expressionWay, partsOf } from './expression-ways.ts';
import type { PathPoint } from './path.ts';
import type { ReleasesLeg } from './route.ts';
import { entityWay, type FoundEntity } from './same-entity.ts';
import type { PathSources } from './sources.ts';

/** Keys asked for by one statement. */
const chunk = 1_000;

/** How it goes on from each of the concepts, in their order. */
export async function throughReleases(
  sources: PathSources,
  leg: ReleasesLeg,
  points: readonly PathPoint[],
): Promise<Onward[]> {
  const { definition, from, to, blocked } = leg;
  const identified = points.map((point) => identifiedPoint(point, from));
  if (definition && from && to && !blocked) {
    return await carriedAll(sources, { ...leg, definition, from, to }, identified);
  }
  const entities = await findEntities(sources, leg, identified.filter(isEntityOf(leg)));
  return identified.map((point) => {
    if (blocked && !isEntityOf(leg)(point)) {
      return onwardToGap({ kind: blocked.kind, reason: blocked.reason, at: point });
    }
    return [[[entityWay(point, leg, entities.get(point.key ?? ''))]]];
  });
}

/** What the asker names by an identifier is known by its key. */
function identifiedPoint(point: PathPoint, release: PublishedRelease | null): PathPoint {
  if (point.key !== null || point.code === null || !release) return point;
  const key = identifierKey(release.identifierForms, point.code);
  return key === null ? point : { ...point, code: null, key };
}

/** Whether it can be found again by its identity, where no lineage leads on. */
function isEntityOf({ definition, to, blocked }: ReleasesLeg): (point: PathPoint) => boolean {
  const known = definition !== null && definition.identifierForms.length > 0 && to !== null && !to.draft;
  const gone = blocked?.kind === 'release-not-held' || blocked?.kind === 'back-in-time';
  return ({ key }) => known && gone && key !== null;
}

/** A leg that can be gone. */
interface OpenLeg extends ReleasesLeg {
  readonly definition: CodeSystemDefinition;
  readonly from: PublishedRelease;
  readonly to: PublishedRelease;
}

async function carriedAll(
  sources: PathSources,
  leg: OpenLeg,
  points: readonly PathPoint[],
): Promise<Onward[]> {
  const { definition, from, to } = leg;
  const form = definition.expressions;
  const codeKinds = codeKindsOf(definition);
  const known = await findEntities(sources, { ...leg, to: from }, points);
  const isCode = (entity: FoundEntity | undefined) =>
    entity !== undefined && entity.row.code !== null && codeKinds.has(entity.kind);
  const groupings = new Set(points.filter(({ key }) => key !== null && !isCode(known.get(key))));
  const entities = await findEntities(sources, leg, [...groupings]);
  const codeOf = ({ key, code }: PathPoint) => known.get(key ?? '')?.row.code ?? code ?? '';
  const codes = points.flatMap((point) => partsOf(point, form) ?? [codeOf(point)]);
  const { carried, lineage } = await carryCodes(sources, leg, [
    ...new Set(codes.filter((code) => code !== '')),
  ]);
  const waysOf = (point: PathPoint, code: string): Continuation[] => {
    const one = carried.get(lookUpForm(code));
    return one ? carriedWays({ carried: one, lineage, from, to, point }) : [noCode(point, from)];
  };
  return points.map((point): Onward => {
    if (groupings.has(point)) return [[[entityWay(point, leg, entities.get(point.key ?? ''))]]];
    if (form && partsOf(point, form)) {
      const ways = (code: string) => waysOf({ ...point, code }, code);
      return [[[expressionWay(point, { leg, form, waysOf: ways })]]];
    }
    return [[waysOf(point, codeOf(point))]];
  });
}

/** Of nothing typed nothing is carried. */
function noCode(point: PathPoint, { codeSystem, version }: PublishedRelease): Continuation {
  const reason = `${codeSystem} ${version} has no code ${JSON.stringify(point.code ?? '')}.`;
  return { steps: [], end: null, gap: { kind: 'unknown-code', reason, at: point } };
}

async function carryCodes(
  { reader, contents, published, lineageOf, compare }: PathSources,
  { definition, from, to }: OpenLeg,
  codes: readonly string[],
): Promise<{ carried: Map<string, CarriedCode>; lineage: Lineage }> {
  const held = published.releases.filter(
    ({ codeSystem, draft, sample }) => codeSystem === definition.id && !draft && sample === to.sample,
  );
  const lineage = await lineageOf(definition, held);
  const asked = codes.map((code) => ({ code, count: null }));
  const list = await carryForward(reader, contents, {
    definition,
    held,
    from,
    to,
    codes: asked,
    lineage,
    compare,
  });
  return { carried: new Map(list.codes.map((one) => [lookUpForm(one.asked), one])), lineage };
}

/** The concepts of the leg's last release that have the points' keys, with what it says of them. */
async function findEntities(
  { reader, contents }: PathSources,
  { to }: Pick<ReleasesLeg, 'to'>,
  points: readonly PathPoint[],
): Promise<Map<string, FoundEntity>> {
  const found = new Map<string, FoundEntity>();
  const keys = [...new Set(points.flatMap(({ key }) => key ?? []))];
  if (!to) return found;
  for (let start = 0; start < keys.length; start += chunk) {
    const rows = await reader.listConceptsByKey(to.id, keys.slice(start, start + chunk));
    const said = await contents.contents([...new Set(rows.map(({ contentId }) => contentId))]);
    for (const row of rows) {
      const content = said.get(row.contentId);
      if (!content) throw new Error(`no content has the id ${row.contentId}`);
      const { kind, display, selectable } = content;
      found.set(row.key, { row, kind, display, selectable });
    }
  }
  return found;
}
