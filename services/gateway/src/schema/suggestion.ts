// The field Release.suggest and its GraphQL type: completions for a search box.
import { listSuggestions, type SuggestionSource } from '../answers/suggest.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { defaultLimits } from '../limits/limits.ts';
import { enumValues } from './enum-values.ts';
import { Concept, Release, Suggestion, TextRange } from './refs.ts';

const SuggestionSourceType = builder.enumType('SuggestionSource', {
  description: 'Where a suggested text stands.',
  values: enumValues<SuggestionSource>({
    code: 'The code of a concept.',
    mainTerm: 'A main term of an alphabetic index or table.',
    title: 'The display of a concept.',
    inclusionTerm: 'An inclusion term of a concept.',
    indexLine: 'A line of an index or table, with the terms above it: `Attack, heart`.',
  }),
});

Suggestion.implement({
  description: 'A completion for a search box: a code, or a whole term that has what is typed.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The code, term or title, as published.' }),
    of: t.expose('of', { type: SuggestionSourceType, description: 'Where it stands.' }),
    highlights: t.field({
      type: [TextRange],
      extensions: { [listSizeKey]: 3 },
      description: 'What of the text is to be shown as matched.',
      resolve: ({ highlights }) => [...highlights],
    }),
    concept: t.expose('concept', {
      type: Concept,
      nullable: true,
      description:
        'The concept that it names, or that the term leads to by itself; null for a main term of which only those below it lead on.',
    }),
    conceptCount: t.exposeInt('conceptCount', {
      description:
        'How many concepts it leads to: a main term with all terms below it, a line of a table with all its columns.',
    }),
  }),
});

builder.objectField(Release, 'suggest', (t) =>
  t.field({
    type: [Suggestion],
    extensions: { [listSizeKey]: defaultLimits.suggestions },
    args: {
      text: t.arg.string({ required: true, description: 'What is typed so far.' }),
      first: t.arg.int({
        required: true,
        defaultValue: 10,
        description: 'How many at most; the limit `suggestions` is the most.',
      }),
    },
    description:
      'Completions for a search box: codes that begin with what is typed, where it has a digit; main terms of the indexes, titles, inclusion terms and lines of the indexes that have all words typed, the last as a beginning. Codes come first, then what begins with the text, and main terms before others: those that lead to most concepts first, the others as `search` ranks them. Of a concept the best text, each text once.',
    resolve: (release, args, context) => listSuggestions(context, release, args),
  }),
);
