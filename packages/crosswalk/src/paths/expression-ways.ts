// Codes that are needed together, carried from release to release: each by itself, and put together again.
import {
  type ExpressionForm,
  type ExpressionStem,
  parseExpression,
  writeExpression,
} from '@codeset/terminology';
import type { Continuation } from './alternatives.ts';
import type { PathPoint, ReleasesStep } from './path.ts';
import { compose } from './path-quality.ts';
import type { ReleasesLeg } from './route.ts';

/** The codes of a point that is several together, in their order; null for a single code. */
export function partsOf({ code, key }: PathPoint, form: ExpressionForm | null | undefined): string[] | null {
  if (code === null || key !== null || !form) return null;
  const codes = codesOf(parseExpression(code, form));
  return codes.length > 1 ? codes : null;
}

/** The ways of the parts as one way of the whole: a gap where a part ends, or becomes several. */
export function expressionWay(
  point: PathPoint,
  {
    leg,
    form,
    waysOf,
  }: {
    readonly leg: ReleasesLeg;
    readonly form: ExpressionForm;
    readonly waysOf: (code: string) => readonly Continuation[];
  },
): Continuation {
  const stems = parseExpression(point.code ?? '', form);
  const became = new Map<string, string>();
  const steps: ReleasesStep[] = [];
  for (const code of codesOf(stems)) {
    const ways = waysOf(code);
    const [way] = ways;
    if (ways.length > 1) {
      const reason = `${code} became ${ways.length} codes by ${leg.toVersion}: which of them is meant in ${point.code} nobody says.`;
      return { steps: [], end: null, gap: { kind: 'several-for-a-part', reason, at: point } };
    }
    if (!way?.end) return { steps: [], end: null, gap: way?.gap ? { ...way.gap, at: point } : null };
    became.set(code, way.end.code ?? code);
    for (const step of way.steps) if (step.is === 'releases') steps.push(step);
  }
  const [first] = steps;
  if (!first) throw new Error(`no part of ${point.code} took a step`);
  const codeOf = (code: string) => became.get(code) ?? code;
  const written = stems.map(({ stem, extensions }) => ({
    stem: codeOf(stem),
    extensions: extensions.map(codeOf),
  }));
  const end = { ...point, version: leg.toVersion, code: writeExpression(written, form), named: null };
  const step: ReleasesStep = {
    is: 'releases',
    before: leg.from,
    after: first.after,
    from: point,
    to: end,
    relationship: steps.map(({ relationship }) => relationship).reduce(compose, 'equivalent'),
    choices: Math.max(...steps.map(({ choices }) => choices)),
    doubts: [...new Set(steps.flatMap(({ doubts }) => doubts))],
    edges: steps.flatMap(({ edges }) => edges),
    reworded: null,
    together: steps.flatMap(({ together }) => together),
  };
  return { steps: [{ ...step, after: leg.to ?? first.after }], end, gap: null };
}

function codesOf(stems: readonly ExpressionStem[]): string[] {
  return stems.flatMap(({ stem, extensions }) => [stem, ...extensions]);
}
