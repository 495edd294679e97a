// The field Release.search and its GraphQL types: hits, what matched of them, highlights.
import type { MatchField } from '@codeset/search';
import {
  conceptOfHit,
  highlightsOfHit,
  indexEntryOfHit,
  searchRelease,
  textOfHit,
} from '../answers/search.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { SearchHitConnection } from './connections.ts';
import { enumValues } from './enum-values.ts';
import { pageArguments } from './page-arguments.ts';
import { Concept, IndexEntry, Release, SearchHit, TextRange } from './refs.ts';

const meanings: Readonly<Record<MatchField, string>> = {
  code: 'The code, or the beginning of it.',
  title: 'The display.',
  inclusionTerm: 'An inclusion term.',
  designation: "Another title: the short one with the publisher's abbreviations, or a translation.",
  index: 'A line of an alphabetic index or table that leads to the code (`indexEntry`).',
  note: 'Another note; searched only where it is asked for.',
};

const MatchFieldType = builder.enumType('MatchField', {
  description: 'What of a concept a search matched.',
  values: enumValues(meanings),
});

TextRange.implement({
  description: 'A part of a text, in UTF-16 units.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins, from 0.' }),
    end: t.exposeInt('end', { description: 'Where it ends: behind its last unit.' }),
  }),
});

SearchHit.implement({
  description: 'A concept that a search found, with what matched best of it.',
  fields: (t) => ({
    concept: t.field({
      type: Concept,
      description: 'The concept.',
      resolve: (hit, _args, context) => conceptOfHit(context, hit),
    }),
    matched: t.field({
      type: MatchFieldType,
      description: 'What matched.',
      resolve: ({ hit }) => hit.field,
    }),
    text: t.string({
      description: 'The text that matched, as published; of an index the terms from the main term down.',
      resolve: (hit, _args, context) => textOfHit(context, hit),
    }),
    highlights: t.field({
      type: [TextRange],
      extensions: { [listSizeKey]: 3 },
      description:
        'What of the text is to be shown as matched; empty where other words stand for those asked for.',
      resolve: (hit, _args, context) => highlightsOfHit(context, hit),
    }),
    indexEntry: t.field({
      type: IndexEntry,
      nullable: true,
      description: 'The line of the index that leads to it; null where something else matched.',
      resolve: (hit, _args, context) => indexEntryOfHit(context, hit),
    }),
    score: t.float({
      description:
        'How well it matched, from 0 to 1, within hits of one sort; it orders one answer and no more.',
      resolve: ({ hit }) => Math.round(hit.score * 10_000) / 10_000,
    }),
  }),
});

builder.objectField(Release, 'search', (t) =>
  t.field({
    type: SearchHitConnection,
    args: {
      text: t.arg.string({
        required: true,
        description:
          'A code or the beginning of one, or words in any order: the last may still be typed, plurals, accents and a slip of spelling do not matter.',
      }),
      in: t.arg({
        type: [MatchFieldType],
        required: false,
        description: 'What may match; without it everything but notes.',
      }),
      selectableOnly: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Leave out headers and groupings.',
      }),
      kinds: t.arg.stringList({ required: false, description: 'Only concepts of these kinds.' }),
      under: t.arg.string({
        required: false,
        description: 'Only in the subtree of this concept: a code, the id of a grouping, an identifier.',
      }),
      ...pageArguments,
    },
    description:
      'The concepts that a text means, best first: codes, then concepts of which one text has all words, then those that have them in several texts, and only where there are none those that have all words but one. Within a sort the words count by their rarity, a text that says little else before a longer one; ties in tabular order. The first search of a release reads all its texts, which takes some seconds.',
    resolve: (release, { text, in: fields, selectableOnly, kinds, under, ...page }, context) =>
      searchRelease(
        context,
        release,
        { text, fields: fields ?? null, selectableOnly, kinds: kinds ?? null, under: under ?? null },
        page,
      ),
  }),
);
