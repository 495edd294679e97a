// The fields Release.search and Query.search: one release, or all in force on a date.
import { searchRelease } from '../answers/search.ts';
import { searchOnDate } from '../answers/search-on-date.ts';
import { builder } from '../builder.ts';
import { SearchHitConnection } from './connections.ts';
import { pageArguments } from './page-arguments.ts';
import { Release } from './refs.ts';
import { MatchFieldType } from './search-hit.ts';

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
}));

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
    resolve: (_root, { text, on, codeSystems, in: fields, selectableOnly, ...page }, context) =>
      searchOnDate(
        context,
        { text, on: on ?? null, codeSystems: codeSystems ?? null, fields: fields ?? null, selectableOnly },
        page,
      ),
  }),
);

builder.objectField(Release, 'search', (t) =>
  t.field({
    type: SearchHitConnection,
    args: {
      ...searchArguments,
      kinds: t.arg.stringList({ required: false, description: 'Only concepts of these kinds.' }),
      under: t.arg.string({
        required: false,
        description: 'Only in the subtree of this concept: a code, the id of a grouping, an identifier.',
      }),
      properties: t.arg({
        type: [PropertyFilter],
        required: false,
        description:
          'Only concepts that have all these properties; one that the code system does not define is refused.',
      }),
      ...pageArguments,
    },
    description:
      'The concepts that a text means, best first: codes, then concepts of which one text has all words, then those that have them in several texts, and only where there are none those that have all words but one. Within a sort the words count by their rarity, a text that says little else before a longer one; ties in tabular order. The first search of a release reads all its texts, which takes some seconds.',
    resolve: (release, { text, in: fields, selectableOnly, kinds, under, properties, ...page }, context) =>
      searchRelease(
        context,
        release,
        {
          text,
          fields: fields ?? null,
          selectableOnly,
          kinds: kinds ?? null,
          under: under ?? null,
          properties: properties ?? [],
        },
        page,
      ),
  }),
);
