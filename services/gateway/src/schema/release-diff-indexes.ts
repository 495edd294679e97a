// The fields of ReleaseDiff on alphabetic indexes and tables: computed apart from the rest, and only when asked for.
import type { AllIndexTotals, IndexKindTotal, TotalsOfIndex } from '@codeset/comparison';
import { countIndexChanges, listIndexesOfBoth, readIndexChanges } from '../answers/compare-indexes.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { IndexChangeKind } from './change-words.ts';
import { IndexChangeConnection } from './connections.ts';
import { pageArguments } from './page-arguments.ts';
import { ReleaseDiff, Term } from './refs.ts';

const indexChangeFilter = builder.args((arg) => ({
  kinds: arg.field({
    type: [IndexChangeKind],
    required: false,
    description: 'Only entries with one of these kinds of change; all without it.',
  }),
  index: arg.string({
    required: false,
    description:
      'Only this index, as `codeSystem { indexKinds }` lists them; without it all that are compared, one after the other.',
  }),
  code: arg.string({
    required: false,
    description:
      'Only entries that lead to this code, in any form, before or after; `E11` is named by `E11` and by `E11.-`.',
  }),
  withoutCosmetic: arg.boolean({
    required: true,
    defaultValue: false,
    description: 'Leave out what differs in case, punctuation or spacing of the title only.',
  }),
  text: arg.string({
    required: false,
    description: 'Only entries whose path or title, before or after, has all of these words.',
  }),
}));

const IndexKindTotalType = builder.objectRef<IndexKindTotal>('IndexKindTotal').implement({
  description: 'How many index entries have a kind of change.',
  fields: (t) => ({
    kind: t.expose('kind', { type: IndexChangeKind, description: 'The kind of change.' }),
    count: t.exposeInt('count', { description: 'Entries that have it, others beside it or not.' }),
  }),
});

const TotalsOfIndexType = builder.objectRef<TotalsOfIndex>('TotalsOfIndex').implement({
  description: 'The changes of one index.',
  fields: (t) => ({
    index: t.exposeString('index', {
      description: 'Which index, as `codeSystem { indexKinds }` lists them.',
    }),
    entries: t.exposeInt('entries', { description: 'Entries that changed, each counted once.' }),
    cosmetic: t.exposeInt('cosmetic', {
      description: 'Of these, the ones in which only case, punctuation or spacing of the title differ.',
    }),
    kinds: t.field({
      type: [IndexKindTotalType],
      extensions: { [listSizeKey]: 5 },
      description: 'By kind of change, every kind; an entry can count under several.',
      resolve: ({ kinds }) => [...kinds],
    }),
  }),
});

const IndexTotalsType = builder.objectRef<AllIndexTotals>('IndexTotals').implement({
  description: 'How many index entries changed, and how.',
  fields: (t) => ({
    entries: t.exposeInt('entries', {
      description: 'Entries that changed, in all indexes that are compared, each counted once.',
    }),
    cosmetic: t.exposeInt('cosmetic', {
      description: 'Of these, the ones in which only case, punctuation or spacing of the title differ.',
    }),
    kinds: t.field({
      type: [IndexKindTotalType],
      extensions: { [listSizeKey]: 5 },
      description: 'By kind of change, every kind; an entry can count under several.',
      resolve: ({ kinds }) => [...kinds],
    }),
    indexes: t.field({
      type: [TotalsOfIndexType],
      extensions: { [listSizeKey]: 4 },
      description: 'By index, as the code system lists them; those without a change among them.',
      resolve: ({ indexes }) => [...indexes],
    }),
  }),
});

builder.objectFields(ReleaseDiff, (t) => ({
  indexesCompared: t.field({
    type: [Term],
    extensions: { [listSizeKey]: 4 },
    description: 'The alphabetic indexes and tables that both came with; they can be compared.',
    resolve: async (comparison, _args, context) => [
      ...(await listIndexesOfBoth(context, comparison)).compared,
    ],
  }),
  indexesNotCompared: t.field({
    type: [Term],
    extensions: { [listSizeKey]: 4 },
    description:
      'The alphabetic indexes and tables that only one of them came with: what the other one never had is not a change.',
    resolve: async (comparison, _args, context) => [
      ...(await listIndexesOfBoth(context, comparison)).notCompared,
    ],
  }),
  indexTotals: t.field({
    type: IndexTotalsType,
    args: indexChangeFilter,
    description: 'The totals of the index changes that the filter asks for.',
    resolve: (comparison, filter, context) => countIndexChanges(context, comparison, filter),
  }),
  indexChanges: t.field({
    type: IndexChangeConnection,
    args: { ...indexChangeFilter, ...pageArguments },
    description:
      'The index entries that changed: index by index, in the order of the second release, with what is gone where it stood. Which entry is which is told by the path of terms, whose case, punctuation and spacing say nothing. Indexes that one of the releases came without have no changes here: see `indexesNotCompared`.',
    resolve: (comparison, { first, after, ...filter }, context) =>
      readIndexChanges(context, comparison, filter, { first, after }),
  }),
}));
