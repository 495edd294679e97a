// The GraphQL types of what a search finds: SearchHit, MatchField, TextRange.
import type { MatchField } from '@codeset/search';
import { conceptOfHit, highlightsOfHit, indexEntryOfHit, textOfHit } from '../answers/search.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { enumValues } from './enum-values.ts';
import { Concept, IndexEntry, SearchHit, TextRange } from './refs.ts';

const meanings: Readonly<Record<MatchField, string>> = {
  code: 'The code, or the beginning of it.',
  title: 'The display.',
  inclusionTerm: 'An inclusion term.',
  designation: "Another title: the short one with the publisher's abbreviations, or a translation.",
  index: 'A line of an alphabetic index or table that leads to the code (`indexEntry`).',
  note: 'Another note; searched only where it is asked for.',
};

export const MatchFieldType = builder.enumType('MatchField', {
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
