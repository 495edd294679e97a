// Edges as their sources give them, joined into one for each pair of codes, with the relation told from all of them.
import { lookUpForm } from '@codeset/terminology';
import type { Evidence, LineageEdge, LineageRelation } from './lineage.ts';

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
export function joinDrafts(drafts: readonly EdgeDraft[]): LineageEdge[] {
  const joined = new Map<string, EdgeDraft[]>();
  for (const draft of drafts) {
    const name = nameOf(draft);
    const group = joined.get(name);
    if (group) group.push(draft);
    else joined.set(name, [draft]);
  }
  const groups = [...joined.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const evidence = group
      .flatMap((draft) => draft.evidence)
      .sort((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
    return [{ ...first, evidence, stays: group.some(({ stays }) => stays) }];
  });
  const [targets, sources] = [
    countBy(groups, sourceName, targetName),
    countBy(groups, targetName, sourceName),
  ];
  return groups
    .map(({ stays, ...edge }): LineageEdge => {
      const relation = relationOf(edge, {
        stays,
        targets: targets.get(sourceName(edge))?.size ?? 1,
        sources: sources.get(targetName(edge))?.size ?? 1,
      });
      return { ...edge, relation };
    })
    .sort(byTime);
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

function countBy<E>(
  edges: readonly E[],
  of: (edge: E) => string,
  what: (edge: E) => string,
): Map<string, Set<string>> {
  const counts = new Map<string, Set<string>>();
  for (const edge of edges) counts.set(of(edge), (counts.get(of(edge)) ?? new Set()).add(what(edge)));
  return counts;
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
