// The fields Release.search and Query.search: one release, or all in force on a date.
import type { InputShapeFromFields } from '@pothos/core';
import { type AskedSearch, searchRelease } from '../answers/search.ts';
import { searchOnDate } from '../answers/search-on-date.ts';
import { builder } from '../builder.ts';
import { SearchHitConnection } from './connections.ts';
import { pageArguments } from './page-arguments.ts';
import { Release } from './refs.ts';
import { MatchFieldType } from './search-hit.ts';

const PropertyFilter = builder.inputType('PropertyFilter', {
  description: 'A property that concepts must have.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Its name, as `codeSystem { properties }` lists them.' }),
    value: t.string({
      required: true,
      description:
        'The value as text: `true`, `12`, `2025-10-01`, the coded value, or the code of a concept.',
    }),
  }),
});

/** What every search is given. */
const searchArguments = builder.args((arg) => ({
  text: arg.string({
    required: true,
    description:
      'A code or the beginning of one, or words in any order: the last may still be typed, plurals, accents and a slip of spelling do not matter.',
  }),
  in: arg.field({
    type: [MatchFieldType],
    required: false,
    description: 'What may match; without it everything but notes.',
  }),
  selectableOnly: arg.boolean({
    required: true,
    defaultValue: false,
    description: 'Leave out headers and groupings.',
  }),
  kinds: arg.stringList({
    required: false,
    description: 'Only concepts of these kinds, as `codeSystem { kinds }` lists them; another is refused.',
  }),
  under: arg.string({
    required: false,
    description:
      'Only in the subtree of this concept: a code, the id of a grouping, an identifier. Of several releases in those that have it.',
  }),
  properties: arg.field({
    type: [PropertyFilter],
    required: false,
    description:
      'Only concepts that have all these properties; one that a code system searched does not define is refused.',
  }),
}));

builder.queryField('search', (t) =>
  t.field({
    type: SearchHitConnection,
    args: {
      ...searchArguments,
      on: t.arg({
        type: 'Date',
        required: false,
        description: 'The date on which the releases are to be in force; today without it.',
      }),
      codeSystems: t.arg.stringList({
        required: false,
        description:
          'Ids of code systems, each of which must have a release in force; without it all that have one.',
      }),
      ...pageArguments,
    },
    description:
      'The concepts that a text means in several code systems at once: of each the release in force on the date, never a draft; `extensions.releases` says which they were. Hits are merged by their rank as `Release.search` has it, equally good ones by id of the code system. The first search of a release reads all its texts, which takes some seconds.',
    resolve: (_root, { on, codeSystems, first, after, ...asked }, context) =>
      searchOnDate(
        context,
        { ...askedFor(asked), on: on ?? null, codeSystems: codeSystems ?? null },
        { first, after },
      ),
  }),
);

builder.objectField(Release, 'search', (t) =>
  t.field({
    type: SearchHitConnection,
    args: {
      ...searchArguments,
      ...pageArguments,
    },
    description:
      'The concepts that a text means, best first: codes, then concepts of which one text has all words, then those that have them in several texts, and only where there are none those that have all words but one. Within a sort the words count by their rarity, a text that says little else before a longer one; ties in tabular order. The first search of a release reads all its texts, which takes some seconds.',
    resolve: (release, { first, after, ...asked }, context) =>
      searchRelease(context, release, askedFor(asked), { first, after }),
  }),
);

/** The arguments, absent ones as null. */
function askedFor({
  text,
  in: fields,
  selectableOnly,
  kinds,
  under,
  properties,
}: InputShapeFromFields<typeof searchArguments>): AskedSearch {
  return {
    text,
    fields: fields ?? null,
    selectableOnly,
    kinds: kinds ?? null,
    under: under ?? null,
    properties: properties ?? [],
  };
}
