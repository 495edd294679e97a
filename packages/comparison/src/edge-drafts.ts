// Edges as their sources give them, joined into one for each pair of codes, with the relation told from all of them.
import { lookUpForm } from '@codeset/terminology';
import type { Evidence, LineageEdge, LineageRelation } from './lineage.ts';
import { Turns } from './turns.ts';

/** An edge as one source gives it. */
export interface EdgeDraft extends Omit<LineageEdge, 'relation'> {
  /** The source may still be coded with in the release after: only a part of its meaning went on. */
  readonly stays: boolean;
}

/** Publishers' statements come first. */
const order: readonly Evidence['source'][] = [
  'conversion-table',
  'cross-reference',
  'entity',
  'addenda',
  'structure',
  'similarity',
];

/** One edge for each pair of codes and each step, in the order of time, then of the codes. */
export async function joinDrafts(drafts: readonly EdgeDraft[]): Promise<LineageEdge[]> {
  const turns = new Turns();
  const joined = new Map<string, EdgeDraft[]>();
  await turns.map(drafts, (draft) => put(joined, nameOf(draft), draft));
  const groups = await turns.map([...joined.values()], joinGroup);
  const targets = new Map<string, string[]>();
  const sources = new Map<string, string[]>();
  await turns.map(groups, (group) => {
    put(targets, sourceName(group), targetName(group));
    put(sources, targetName(group), sourceName(group));
  });
  const edges = await turns.map(groups, ({ stays, ...edge }): LineageEdge => {
    const relation = relationOf(edge, {
      stays,
      targets: new Set(targets.get(sourceName(edge))).size,
      sources: new Set(sources.get(targetName(edge))).size,
    });
    return { ...edge, relation };
  });
  await turns.give();
  return edges.sort(byTime);
}

/** What all sources say of one pair; a group has one draft at least. */
function joinGroup(group: readonly EdgeDraft[]): EdgeDraft {
  const [first] = group;
  if (!first) throw new Error('a group of edges is empty');
  const evidence = group
    .flatMap((draft) => draft.evidence)
    .sort((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
  return { ...first, evidence, stays: group.some(({ stays }) => stays) };
}

function relationOf(
  { evidence }: Pick<LineageEdge, 'evidence'>,
  {
    stays,
    targets,
    sources,
  }: { readonly stays: boolean; readonly targets: number; readonly sources: number },
): LineageRelation {
  if (evidence.some(({ source }) => source === 'entity')) return 'rename';
  if (stays || targets > 1) return 'split';
  return sources > 1 ? 'merge' : 'replace';
}

type Ends = Pick<LineageEdge, 'source' | 'target' | 'after' | 'sourceWith'>;

function nameOf(edge: Ends): string {
  return `${sourceName(edge)} ${lookUpForm(edge.target)}`;
}

function sourceName({ source: { from, to, below }, sourceWith, after }: Ends): string {
  const beside = sourceWith.map(({ text }) => text).join('+');
  return [lookUpForm(from), to ?? '', below, beside, after?.id ?? ''].join('|');
}

function targetName({ target, after }: Ends): string {
  return `${lookUpForm(target)}|${after?.id ?? ''}`;
}

function put<T>(map: Map<string, T[]>, name: string, value: T): void {
  const values = map.get(name);
  if (values) values.push(value);
  else map.set(name, [value]);
}

function byTime(a: LineageEdge, b: LineageEdge): number {
  const [dayA, dayB] = [a, b].map(
    ({ after, evidence }) => after?.effectiveFrom ?? evidence[0]?.effectiveFrom ?? '',
  );
  return (
    compare(dayA ?? '', dayB ?? '') || compare(a.source.from, b.source.from) || compare(a.target, b.target)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
