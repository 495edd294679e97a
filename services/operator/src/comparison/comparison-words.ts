// A comparison in plain words: what was asked for, what its totals count, what was not compared.
import type { DiffTotals } from '@codeset/comparison';
import type { ChangeKind, CodeSystemDefinition } from '@codeset/terminology';
import { type AskedChanges, asksForSome } from './asked-comparison.ts';
import type { Comparison } from './read-comparison.ts';

/** What each kind of change is called. */
export const kindNames: Readonly<Record<ChangeKind, string>> = {
  added: 'new in the second release',
  removed: 'gone from the second release, with nothing in its place by subdivision',
  subdivided: 'selectable before, with new codes in its place',
  reinstated: 'there before the first release, and back',
  recoded: 'the same entity under another code',
  selectableChanged: 'selectable where it was not, or the other way round',
  terminated: 'given a last day',
  moved: 'under another parent',
  reworded: 'a text differs',
  changed: 'a property, date, note or another fact differs',
};

/** A total with its name; `part` where it is among the one above. */
export interface NamedTotal {
  readonly name: string;
  readonly count: number;
  readonly part: boolean;
}

/** Codes that came and went, and what became of the selectable ones. */
export function namedTotals({ codes, selectable }: DiffTotals): NamedTotal[] {
  const total = (name: string, count: number) => ({ name, count, part: false });
  const part = (name: string, count: number) => ({ name, count, part: true });
  return [
    total('codes added', codes.added),
    total('codes removed', codes.removed),
    total('selectable codes gained', selectable.gained),
    total('selectable codes lost', selectable.lost),
    part('became headers over new codes', selectable.becameHeaders),
    part('placeholder replaced by new characters', selectable.placeholdersReplaced),
    part('without heirs', selectable.withoutHeirs),
    total('selectable codes revised (another display)', selectable.revised),
  ];
}

/** How many concepts changed, or that nothing did. */
export function changedInAll({ asked, diff, totals: { concepts, cosmetic } }: Comparison): string {
  const all = diff.changes.length;
  if (all === 0) return 'Nothing changed.';
  if (concepts === 0) return `No change is as asked for; ${counted(all)} changed in all.`;
  const of = asksForSome(asked) ? ` as asked for, of ${all} in all` : '';
  const only =
    cosmetic === 0 ? '' : ` In ${cosmetic} of them only case, punctuation or spacing of texts differ.`;
  return `${counted(concepts)} changed${of}.${only}`;
}

function counted(concepts: number): string {
  return concepts === 1 ? '1 concept' : `${concepts} concepts`;
}

/** What is asked for in words; empty where everything is. */
export function askedWords({ kinds, under, selectableOnly, withoutCosmetic, text }: AskedChanges): string[] {
  return [
    ...(kinds === null ? [] : [`of the kinds ${kinds.join(', ')}`]),
    ...(under === null ? [] : [`under ${under}`]),
    ...(selectableOnly ? ['selectable in one of the releases'] : []),
    ...(withoutCosmetic ? ['not in case, punctuation or spacing only'] : []),
    ...(text === null ? [] : [`with the words “${text}”`]),
  ];
}

/** What was left out since one of the releases came without it, or since comparisons never have it; a sentence each. */
export function notCompared({ definition, from, to, diff }: Comparison): string[] {
  const { onlyFrom, onlyTo, groupings } = diff.parts;
  return [
    ...onlyFrom.map((part) => partOfOne(definition, part, from.version)),
    ...onlyTo.map((part) => partOfOne(definition, part, to.version)),
    ...[...diff.scope.unknownLanguages].map(
      (language) => `Texts in ${language}: only one of the releases has them.`,
    ),
    ...(groupings
      ? []
      : [
          'Chapters and other groupings: one of the releases holds none. They are left out, and no code is said to have moved out of one.',
        ]),
    ...(definition.indexKinds.length === 0
      ? []
      : [
          'Alphabetic indexes and tables: concepts are compared, not the entries that lead to them (`codeset compare-index` does).',
        ]),
  ];
}

function partOfOne({ parts }: CodeSystemDefinition, part: string, version: string): string {
  const { title = part, description = '' } = parts.find(({ code }) => code === part) ?? {};
  return `${title} (only ${version} came with it): ${description}`.replace(/: $/, '.');
}
