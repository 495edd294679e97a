// The GraphQL types of a list carried forward: CarriedList, CarriedCode and the steps of its way.
import type { CarriedCode, CarriedStep, CarriedSummary, ListedCode } from '@codeset/comparison';
import type { ToldEdge, ToldList } from '../answers/lineage.ts';
import { findByKey } from '../answers/compare.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { CarriedStatus } from './lineage-words.ts';
import { CarriedList, Concept, LineageEdge, Release } from './refs.ts';

interface OfList<T> {
  readonly told: ToldList;
  readonly value: T;
}

const of = <T>(told: ToldList, values: readonly T[]): OfList<T>[] => values.map((value) => ({ told, value }));

const ListedCodeType = builder.objectRef<OfList<ListedCode>>('ListedCode').implement({
  description: 'A code of the second release, as a list shows it.',
  fields: (t) => ({
    code: t.string({ description: 'The code.', resolve: ({ value }) => value.code }),
    display: t.string({ description: 'The text to show.', resolve: ({ value }) => value.display }),
    concept: t.field({
      type: Concept,
      nullable: true,
      description: 'Its concept.',
      resolve: ({ told, value }, _args, context) => findByKey(context, told.to, value.key),
    }),
  }),
});

const CarriedStepType = builder.objectRef<OfList<CarriedStep>>('CarriedStep').implement({
  description: 'A step at which something happened to a code, between two releases held one after the other.',
  fields: (t) => ({
    before: t.field({
      type: Release,
      nullable: true,
      description: 'The release before.',
      resolve: ({ told, value }) => told.held.find(({ row }) => row.id === value.before.id) ?? null,
    }),
    after: t.field({
      type: Release,
      nullable: true,
      description: 'The release after.',
      resolve: ({ told, value }) => told.held.find(({ row }) => row.id === value.after.id) ?? null,
    }),
    code: t.string({ description: 'The code before.', resolve: ({ value }) => value.code }),
    became: t.stringList({
      description: 'The codes that it became, itself where it stayed; empty where it ended.',
      resolve: ({ value }) => [...value.became],
    }),
    displayBefore: t.string({
      nullable: true,
      description: 'The display before, where it was reworded.',
      resolve: ({ value }) => value.reworded?.before ?? null,
    }),
    displayAfter: t.string({
      nullable: true,
      description: 'The display after, where it was reworded.',
      resolve: ({ value }) => value.reworded?.after ?? null,
    }),
    edges: t.field({
      type: [LineageEdge],
      extensions: { [listSizeKey]: 2 },
      description:
        'What was taken to lead there; for a code that stayed, what took over a part of its meaning.',
      resolve: ({ told, value }) =>
        value.edges.map((edge): ToldEdge => {
          const find = (id: number | undefined) => told.held.find(({ row }) => row.id === id) ?? null;
          return { edge, before: find(edge.before?.id), after: find(edge.after?.id) };
        }),
    }),
  }),
});

const CarriedCodeType = builder.objectRef<OfList<CarriedCode>>('CarriedCode').implement({
  description: 'What became of one code of the list.',
  fields: (t) => ({
    asked: t.string({ description: 'The code as it was given.', resolve: ({ value }) => value.asked }),
    count: t.int({
      nullable: true,
      description: 'The count that was given with it.',
      resolve: ({ value }) => value.count,
    }),
    origin: t.field({
      type: Concept,
      nullable: true,
      description: 'Its concept in the first release; null where it has none.',
      resolve: ({ told, value }, _args, context) =>
        value.origin && findByKey(context, told.from, value.origin.key),
    }),
    status: t.field({
      type: CarriedStatus,
      description: 'What became of it.',
      resolve: ({ value }) => value.status,
    }),
    into: t.field({
      type: [ListedCodeType],
      extensions: { [listSizeKey]: 2 },
      description: 'What stands for it in the second release, in tabular order.',
      resolve: ({ told, value }) => of(told, value.into),
    }),
    decisions: t.stringList({
      description: 'Why a person must decide, a sentence each; empty where nobody must.',
      resolve: ({ value }) => [...value.decisions],
    }),
    notices: t.stringList({
      description: 'What a person should know though nothing needs to be decided, a sentence each.',
      resolve: ({ value }) => [...value.notices],
    }),
    path: t.field({
      type: [CarriedStepType],
      extensions: { [listSizeKey]: 1 },
      description: 'The steps at which something happened, in the order of time.',
      resolve: ({ told, value }) => of(told, value.path),
    }),
  }),
});

const CarriedSummaryType = builder.objectRef<CarriedSummary>('CarriedSummary').implement({
  description: 'How many codes of the list came to the same.',
  fields: (t) => ({
    status: t.expose('status', { type: CarriedStatus, description: 'What became of them.' }),
    codes: t.exposeInt('codes', { description: 'How many.' }),
    volume: t.float({
      nullable: true,
      description: 'The sum of their counts; null when none was given.',
      resolve: ({ volume }) => volume,
    }),
    toDecide: t.exposeInt('toDecide', { description: 'Of these, the ones that a person must decide.' }),
    volumeToDecide: t.float({
      nullable: true,
      description: 'The sum of the counts of those; null when none was given.',
      resolve: ({ volumeToDecide }) => volumeToDecide,
    }),
  }),
});

CarriedList.implement({
  description: 'A list of codes, carried from one release to a later one through all that are held between.',
  fields: (t) => ({
    from: t.field({ type: Release, description: 'The first release.', resolve: ({ from }) => from }),
    to: t.field({ type: Release, description: 'The second release.', resolve: ({ to }) => to }),
    through: t.field({
      type: [Release],
      extensions: { [listSizeKey]: 8 },
      description: 'The releases that the way went through, the first and the second among them.',
      resolve: ({ list, held }) => held.filter(({ row }) => list.through.some(({ id }) => id === row.id)),
    }),
    summary: t.field({
      type: [CarriedSummaryType],
      extensions: { [listSizeKey]: 6 },
      description: 'Codes and volumes by what became of them, every status.',
      resolve: ({ list }) => [...list.summary],
    }),
    codes: t.field({
      type: [CarriedCodeType],
      extensions: { [listSizeKey]: 1 }, // `codes` has been counted where the list is asked for
      description: 'What became of each code, in the order in which they were given.',
      resolve: (told) => of(told, told.list.codes),
    }),
    newList: t.field({
      type: [ListedCodeType],
      extensions: { [listSizeKey]: 1 },
      description:
        'The codes of the second release that stand for those of the list and need no decision, each once, in tabular order.',
      resolve: (told) => of(told, told.list.newList),
    }),
  }),
});
