// What came of following a list, one row for each path: the columns of CSV and Parquet, and lines of ndjson.
import { isWhole, type Path, type PathPoint, type PathStep, qualityOf } from '@codeset/crosswalk';
import { type CodeByRoute, legWords, type ListByRoute, releasesOf } from './read-paths.ts';

/** The columns in their order; null where there is nothing to tell. */
export const pathColumns = [
  { name: 'given', type: 'STRING' },
  { name: 'count', type: 'INT64' },
  { name: 'outcome', type: 'STRING' },
  { name: 'alternative', type: 'INT32' },
  { name: 'need', type: 'INT32' },
  { name: 'whole', type: 'BOOLEAN' },
  { name: 'target_code', type: 'STRING' },
  { name: 'target_key', type: 'STRING' },
  { name: 'target_title', type: 'STRING' },
  { name: 'target_version', type: 'STRING' },
  { name: 'quality', type: 'STRING' },
  { name: 'worst_step', type: 'INT32' },
  { name: 'open_choices', type: 'INT32' },
  { name: 'gap', type: 'STRING' },
  { name: 'reason', type: 'STRING' },
  { name: 'steps', type: 'STRING' },
  { name: 'doubts', type: 'STRING' },
  { name: 'route', type: 'STRING' },
  { name: 'reverse', type: 'BOOLEAN' },
  { name: 'sample', type: 'BOOLEAN' },
] as const;

/** A row under the names of the columns. */
export type PathRow = ReturnType<typeof rowOf>;

/** The rows of a route: of each `alternative` one path of every `need` is needed. Both are numbered from 1. */
export function* pathRows(by: ListByRoute): Generator<PathRow> {
  const facts = { route: routeWords(by), sample: isSample(by), titleOf: by.titleOf };
  for (const code of by.codes) {
    for (const [alternative, { needs }] of code.alternatives.entries()) {
      const whole = isWhole({ needs });
      for (const [need, { paths }] of needs.entries()) {
        for (const path of paths) {
          yield rowOf(code, path, { alternative: alternative + 1, need: need + 1, whole, ...facts });
        }
      }
    }
  }
}

interface PlaceOfPath {
  readonly alternative: number;
  readonly need: number;
  readonly whole: boolean;
  readonly route: string;
  readonly sample: boolean;
  readonly titleOf: ListByRoute['titleOf'];
}

function rowOf({ given, outcome }: CodeByRoute, path: Path, place: PlaceOfPath) {
  const { alternative, need, whole, route, sample, titleOf } = place;
  const { steps, end, gap } = path;
  const quality = qualityOf(path);
  return {
    given: given.code,
    count: given.count,
    outcome,
    alternative,
    need,
    whole,
    target_code: end?.code ?? null,
    target_key: end?.key ?? null,
    target_title: titleOf(path),
    target_version: end?.version ?? null,
    quality: quality.relationship,
    worst_step: quality.worstStep === null ? null : quality.worstStep + 1,
    open_choices: quality.openChoices,
    gap: gap?.kind ?? null,
    reason: gap?.reason ?? null,
    steps: stepsText(steps),
    doubts: [...new Set(steps.flatMap(({ doubts }) => doubts))].join(' ') || null,
    route,
    reverse: quality.reverse,
    sample,
  };
}

/** `819.0 –related-to, gem-icd-9-cm-icd-10-cm 2018, 1 of 3→ S42.91XA –equivalent, 2018 to 2025→ S42.91XA`. */
function stepsText(steps: readonly PathStep[]): string | null {
  const [first] = steps;
  if (!first) return null;
  return [nameOf(first.from), ...steps.map((step) => `–${stepWords(step)}→ ${nameOf(step.to)}`)].join(' ');
}

function stepWords(step: PathStep): string {
  const by =
    step.is === 'map'
      ? `${step.map.conceptMap} ${step.map.version}${step.reverse ? ' backwards' : ''}`
      : `${step.from.codeSystem} ${step.before?.version ?? step.from.version} to ${step.after.version}`;
  const together =
    step.is === 'releases' && step.together.length > 0 ? [`with ${step.together.join(' and ')}`] : [];
  const scenario =
    step.is === 'map' && step.scenario !== null ? [`scenario ${step.scenario}, list ${step.choiceList}`] : [];
  const choice = step.choices > 1 ? [`1 of ${step.choices}`] : [];
  return [step.relationship, by, ...scenario, ...together, ...choice].join(', ');
}

function nameOf({ code, key }: PathPoint): string {
  return code ?? key ?? '';
}

/** The legs in words, one after the other. */
export function routeWords({ route }: ListByRoute): string {
  return route.legs.map(legWords).join(', ');
}

/** Whether something on the way is made up. */
export function isSample({ route }: ListByRoute): boolean {
  return (
    route.legs.some((leg) => leg.is === 'map' && leg.map.sample) ||
    releasesOf(route).some(({ sample }) => sample)
  );
}
