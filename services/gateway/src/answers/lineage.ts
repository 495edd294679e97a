// What became of a code and what it came from, with the evidence; and lists of codes carried forward.
import {
  type CarriedList,
  carryForward,
  type CodeToCarry,
  type Lineage,
  type LineageEdge,
  refuseWay,
} from '@codeset/comparison';
import { type CodeSystemDefinition, CodesetError, lookUpForm } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { loadedContents } from './compare.ts';
import { findConcept } from './find-concept.ts';

/** An edge with the releases that the request sees it between. */
export interface ToldEdge {
  readonly edge: LineageEdge;
  readonly before: PinnedRelease | null;
  readonly after: PinnedRelease | null;
}

/** The lineage of a code system, and its releases that have a part in it. */
interface ToldLineage {
  readonly definition: CodeSystemDefinition;
  readonly lineage: Lineage;
  readonly held: readonly PinnedRelease[];
}

/** Drafts have no part in lineage. */
export async function findLineage(context: GatewayContext, codeSystem: string): Promise<ToldLineage> {
  const { releases, lineages } = context;
  const definition = await releases.findCodeSystem(codeSystem);
  if (!definition) throw new CodesetError('INTERNAL', `no definition of ${codeSystem}`);
  const held = (await releases.list(codeSystem)).filter(({ row }) => !row.draft);
  const lineage = await lineages(
    definition,
    held.map(({ row }) => row),
  );
  return { definition, lineage, held };
}

/** The edges from the code, and from ranges that it lies in, in the order of time. */
export async function listSuccessors(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
): Promise<ToldEdge[]> {
  const { code } = row;
  if (code === null) return [];
  const told = await findLineage(context, release.row.codeSystem);
  const ofRanges = await Promise.all(
    told.lineage.ranges.map(async (edge) => ({ edge, lies: await liesIn(context, told, edge, code) })),
  );
  const edges = [
    ...told.lineage.successorsOf(code),
    ...ofRanges.flatMap(({ edge, lies }) => (lies ? [edge] : [])),
  ];
  return edges.map((edge) => toldEdge(context, told, edge));
}

/** The edges to the code, in the order of time. */
export async function listPredecessors(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
): Promise<ToldEdge[]> {
  if (row.code === null) return [];
  const told = await findLineage(context, release.row.codeSystem);
  return told.lineage.predecessorsOf(row.code).map((edge) => toldEdge(context, told, edge));
}

/** Where the sources do not say the same of the code. */
export async function listContradictions(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
): Promise<string[]> {
  if (row.code === null) return [];
  const { lineage } = await findLineage(context, release.row.codeSystem);
  return [...lineage.contradictionsOf(row.code)];
}

function toldEdge({ releases }: GatewayContext, { held }: ToldLineage, edge: LineageEdge): ToldEdge {
  const find = (id: number | undefined) => held.find(({ row }) => row.id === id) ?? null;
  const [before, after] = [find(edge.before?.id), find(edge.after?.id)];
  for (const release of [before, after]) if (release) releases.show(release);
  return { edge, before, after };
}

/** Whether the code stands in the range of the edge, in the tabular order of the release before it. */
async function liesIn(
  context: GatewayContext,
  { held }: ToldLineage,
  { source, before }: LineageEdge,
  code: string,
): Promise<boolean> {
  const release = held.find(({ row }) => row.id === before?.id);
  if (!release) return false;
  const [one, first, last] = await Promise.all(
    [code, source.from, source.to ?? source.from].map((text) => findConcept(context, release, text)),
  );
  if (!one || !first || !last) return false;
  const end = source.to === null && !source.below ? last.row.position : last.row.subtreeEnd;
  return one.row.position >= first.row.position && one.row.position <= end;
}

/** The concept of a code in a release; null when there is no such release, or it has no such code. */
export async function findInRelease(
  context: GatewayContext,
  release: PinnedRelease | null,
  code: string,
): Promise<ReleaseConcept | null> {
  return release && (await findConcept(context, release, lookUpForm(code)));
}

/** What a client asks to be carried. */
export interface AskedList {
  readonly codeSystem: string;
  readonly from: string;
  readonly to: string;
  readonly codes: readonly string[];
  readonly counts: readonly number[] | null;
}

/** A carried list with the releases of the request. */
export interface ToldList {
  readonly list: CarriedList;
  readonly from: PinnedRelease;
  readonly to: PinnedRelease;
  readonly held: readonly PinnedRelease[];
}

/** Carries the codes. RELEASE_UNKNOWN, BAD_REQUEST for counts that do not fit or a way back in time. */
export async function carryList(
  context: GatewayContext,
  { codeSystem, codes, counts, ...versions }: AskedList,
): Promise<ToldList> {
  const { releases, diffs, reader, loaders } = context;
  if (counts && counts.length !== codes.length) {
    const message = `\`counts\` has ${counts.length} numbers for ${codes.length} codes: give one for each, or none.`;
    throw new CodesetError('BAD_REQUEST', message);
  }
  const below = counts?.find((count) => count < 0);
  if (below !== undefined) {
    throw new CodesetError('BAD_REQUEST', `\`counts\`: found ${below}, expected whole numbers from 0 on.`);
  }
  const [from, to] = await Promise.all([
    releases.pin({ codeSystem, version: versions.from, on: null }),
    releases.pin({ codeSystem, version: versions.to, on: null }),
  ]);
  refuseWay(from.row, to.row);
  const { definition, lineage, held } = await findLineage(context, codeSystem);
  const toCarry = codes.map((code, i): CodeToCarry => ({ code, count: counts?.[i] ?? null }));
  const list = await carryForward(reader, loadedContents(loaders), {
    definition,
    held: held.map(({ row }) => row),
    from: from.row,
    to: to.row,
    codes: toCarry,
    lineage,
    compare: diffs,
  });
  return { list, from, to, held };
}
