// Where the sources of lineage do not say the same of a code.
import { lookUpForm } from '@codeset/terminology';
import type { Contradiction, Evidence, LineageEdge } from './lineage.ts';

/** Compares what the publisher's table says of a code with what the releases show, step by step. */
export function findContradictions(edges: readonly LineageEdge[]): Contradiction[] {
  const steps = new Map<string, LineageEdge[]>();
  for (const edge of edges) {
    if (edge.source.to !== null || edge.source.below || edge.sourceWith.length > 0) continue;
    const name = `${lookUpForm(edge.source.from)} ${edge.after?.id ?? ''}`;
    const step = steps.get(name);
    if (step) step.push(edge);
    else steps.set(name, [edge]);
  }
  return [...steps.values()].flatMap(contradictionsOfStep);
}

function contradictionsOfStep(edges: readonly LineageEdge[]): Contradiction[] {
  const [said, shown] = [targetsOf(edges, 'conversion-table'), targetsOf(edges, 'structure')];
  const code = edges[0]?.source.from ?? '';
  const version = edges[0]?.after?.version ?? '';
  if (said.size === 0 || shown.size === 0) return [];
  const only = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((target) => !b.has(target));
  const tell = (message: string, targets: readonly string[]): Contradiction[] =>
    targets.length === 0 ? [] : [{ code, message: `${message}: ${targets.join(', ')}.` }];
  return [
    ...tell(
      `The conversion table leads from ${code} to codes that did not take its place in ${version}`,
      only(said, shown),
    ),
    ...tell(
      `In ${version} codes took the place of ${code} that the conversion table does not lead to`,
      only(shown, said),
    ),
  ];
}

function targetsOf(edges: readonly LineageEdge[], source: Evidence['source']): Set<string> {
  const having = edges.filter(({ evidence }) => evidence.some((one) => one.source === source));
  return new Set(having.map(({ target }) => target));
}
