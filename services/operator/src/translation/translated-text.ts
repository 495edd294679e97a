// A translated list as a person reads it in a terminal: what came of it by each map, and what to look at.
import { tallyOutcomes, type TranslationOutcome } from '@codeset/crosswalk';
import { rowFormats } from '../rows-in-form.ts';
import { tableText } from '../table-text.ts';
import type { CodeByMap, ListByMap, TranslatedList } from './read-translated.ts';

const meanings: Readonly<Record<TranslationOutcome, string>> = {
  'one-to-one': 'a single target',
  'one-to-many': 'several targets, any one of which will do',
  combination: 'some alternative needs several codes together',
  none: 'the publisher says that there is none',
  'not-covered': 'a code, and the map does not speak of it',
  unknown: 'no such code',
};

/** Codes that are named one by one where they lead nowhere. */
const namedAtMost = 20;

/** By each map: the outcomes with their codes, and what led nowhere. */
export function translatedText({ list, from, to, reverse, maps }: TranslatedList): string {
  const size = list.codes.length === 1 ? '1 code' : `${list.codes.length} codes`;
  const backwards = reverse ? ', maps read backwards, which is not what their publishers say' : '';
  return [
    `${size} of ${list.name}, from ${from} to ${to}${backwards}`,
    ...maps.map(mapText),
    `Every mapping: --format ${rowFormats.join(', ')}, or --json.`,
  ].join('\n\n');
}

function mapText(by: ListByMap): string {
  const { map, codes } = by;
  const counts = tallyOutcomes(codes.map(({ outcome }) => outcome)).filter((line) => line.codes > 0);
  const counted = codes.some(({ given }) => given.count !== null);
  const doubt = codes.find((code) => code.doubt !== null)?.doubt;
  return [
    `${map.conceptMap} ${map.version}${map.sample ? ' (sample)' : ''}: ${map.definition.title}`,
    ...(doubt ? [doubt] : []),
    tableText([
      ['', 'codes', ...(counted ? ['volume'] : []), ''],
      ...counts.map(({ outcome, codes: number }) => [
        outcome,
        String(number),
        ...(counted ? [String(volumeOf(codes, outcome))] : []),
        meanings[outcome],
      ]),
    ]),
    ...(['none', 'not-covered', 'unknown'] as const).flatMap((outcome) => namesOf(codes, outcome)),
  ].join('\n');
}

function volumeOf(codes: readonly CodeByMap[], outcome: TranslationOutcome): number {
  return codes.reduce((sum, code) => sum + (code.outcome === outcome ? (code.given.count ?? 0) : 0), 0);
}

function namesOf(codes: readonly CodeByMap[], outcome: TranslationOutcome): string[] {
  const these = codes.filter((code) => code.outcome === outcome).map(({ given }) => given.code);
  if (these.length === 0) return [];
  const rest = these.length - namedAtMost;
  const names = these.slice(0, namedAtMost).join(', ');
  return [`${outcome}: ${names}${rest > 0 ? ` and ${rest} more` : ''}`];
}
