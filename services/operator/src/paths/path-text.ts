// A followed list as a person reads it in a terminal: by each route what came of the codes, how good, and what led nowhere.
import { pathOutcomes, type PathOutcome, pathsOf, qualityOf } from '@codeset/crosswalk';
import { rowFormats } from '../rows-in-form.ts';
import { tableText } from '../table-text.ts';
import { isSample, routeWords } from './path-rows.ts';
import type { CodeByRoute, FollowedList, ListByRoute } from './read-paths.ts';

const meanings: Readonly<Record<PathOutcome, string>> = {
  'one-to-one': 'a single path, which arrives',
  'one-to-many': 'several paths, any one of which will do',
  combination: 'some alternative needs several codes together',
  partly: 'some path ends in a gap, others arrive',
  none: 'a publisher says that there is none',
  'not-covered': 'a code, and a map does not speak of it',
  unknown: 'no such code',
  gap: 'nothing leads on for other reasons',
};

const qualities = [
  ['equivalent', 'the same by every step'],
  ['source-is-narrower-than-target', 'the target means more'],
  ['source-is-broader-than-target', 'the target means less: a choice that the code does not decide'],
  ['related-to', 'nobody says how they stand to each other'],
] as const;

/** Gaps that are told one by one. */
const gapsShown = 20;

/** By each route: the outcomes with their codes, the quality of the paths, the gaps. */
export function pathText({ list, asked, routes }: FollowedList): string {
  const { from, to, fromVersion, toVersion } = asked;
  const size = list.codes.length === 1 ? '1 code' : `${list.codes.length} codes`;
  const [start, end] = [fromVersion ? `${from} ${fromVersion}` : from, toVersion ? `${to} ${toVersion}` : to];
  return [
    `${size} of ${list.name}, from ${start} to ${end}`,
    ...routes.map(routeText),
    `Every path with its steps: --format ${rowFormats.join(', ')}, or --json.`,
  ].join('\n\n');
}

function routeText(by: ListByRoute): string {
  const { codes, route } = by;
  const counted = codes.some(({ given }) => given.count !== null);
  const tallied = tallyPathOutcomes(codes).filter((line) => line.codes > 0);
  const blocked = route.legs.flatMap((leg) =>
    leg.is === 'releases' && leg.blocked ? [leg.blocked.reason] : [],
  );
  const volumeOf = (outcome: PathOutcome) =>
    codes.reduce((sum, code) => sum + (code.outcome === outcome ? (code.given.count ?? 0) : 0), 0);
  return [
    `${capitalized(routeWords(by))}${isSample(by) ? ' (sample)' : ''}`,
    ...blocked,
    tableText([
      ['', 'codes', ...(counted ? ['volume'] : []), ''],
      ...tallied.map(({ outcome, codes: number }) => [
        outcome,
        String(number),
        ...(counted ? [String(volumeOf(outcome))] : []),
        meanings[outcome],
      ]),
    ]),
    ...qualityText(codes),
    ...gapText(codes),
  ].join('\n');
}

function qualityText(codes: readonly CodeByRoute[]): string[] {
  const tallied = tallyQualities(codes).filter(({ paths }) => paths > 0);
  if (tallied.length === 0) return [];
  const meaningOf = new Map<string, string>(qualities);
  return [
    'Paths that arrive, by their worst step',
    tableText([
      ['', 'paths', ''],
      ...tallied.map(({ quality, paths }) => [quality, String(paths), meaningOf.get(quality) ?? '']),
    ]),
  ];
}

function gapText(codes: readonly CodeByRoute[]): string[] {
  const reasons = codes.flatMap(({ given, alternatives }) => {
    const gaps = pathsOf(alternatives).flatMap(({ gap }) => gap?.reason ?? []);
    return [...new Set(gaps)].map((reason) => `  ${given.code}: ${reason}`);
  });
  if (reasons.length === 0) return [];
  const rest = reasons.length - gapsShown;
  return ['Gaps', ...reasons.slice(0, gapsShown), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

/** How many codes came to each outcome, every outcome in its order. */
export function tallyPathOutcomes(codes: readonly CodeByRoute[]) {
  return pathOutcomes.map((outcome) => ({
    outcome,
    codes: codes.filter((code) => code.outcome === outcome).length,
  }));
}

/** How many paths that arrive are of each quality. */
export function tallyQualities(codes: readonly CodeByRoute[]) {
  const found = codes.flatMap(({ alternatives }) =>
    pathsOf(alternatives).map((path) => qualityOf(path).relationship),
  );
  return qualities.map(([quality]) => ({ quality, paths: found.filter((one) => one === quality).length }));
}

function capitalized(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
