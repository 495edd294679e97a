// The GraphQL type ReleaseDiff: what changed from one release to another, its totals and its pages.
import type { ChapterTotal, DiffTotals, KindTotal } from '@codeset/comparison';
import { type Comparison, countChanges, findByKey, readChanges } from '../answers/compare.ts';
import { builder } from '../builder.ts';
import type { GatewayContext } from '../context.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { ChangeKind } from './change-words.ts';
import { ConceptChangeConnection } from './connections.ts';
import { pageArguments } from './page-arguments.ts';
import { Concept, Release, ReleaseDiff, Term } from './refs.ts';

const changeFilter = builder.args((arg) => ({
  kinds: arg.field({
    type: [ChangeKind],
    required: false,
    description: 'Only concepts with one of these kinds of change; all without it.',
  }),
  under: arg.string({
    required: false,
    description:
      'Only in the subtree of this concept, in either release: a code, the id of a grouping, an identifier.',
  }),
  selectableOnly: arg.boolean({
    required: true,
    defaultValue: false,
    description: 'Leave out what is selectable in neither release: headers and groupings.',
  }),
  withoutCosmetic: arg.boolean({
    required: true,
    defaultValue: false,
    description: 'Leave out what differs in case, punctuation or spacing only.',
  }),
  text: arg.string({
    required: false,
    description: 'Only concepts whose code or display, before or after, has all of these words.',
  }),
}));

const KindTotalType = builder.objectRef<KindTotal>('KindTotal').implement({
  description: 'How many concepts have a kind of change.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ChangeKind, description: 'The kind of change.' }),
    count: t.exposeInt('count', { description: 'Concepts that have it, others beside it or not.' }),
  }),
});

interface ChapterOfDiff {
  readonly comparison: Comparison;
  readonly total: ChapterTotal;
}

const ChapterTotalType = builder.objectRef<ChapterOfDiff>('ChapterTotal').implement({
  description: 'The changes of one chapter.',
  fields: (t) => ({
    chapter: t.field({
      type: Concept,
      nullable: true,
      description:
        'The chapter, in the second release where it is there; null for changes whose chapter is not known.',
      async resolve({ comparison: { from, to }, total }, _args, context) {
        if (!total.chapter) return null;
        const { key } = total.chapter;
        return (await findByKey(context, to, key)) ?? (await findByKey(context, from, key));
      },
    }),
    concepts: t.int({
      description: 'Concepts that changed, each counted once.',
      resolve: ({ total }) => total.concepts,
    }),
    kinds: t.field({
      type: [KindTotalType],
      extensions: { [listSizeKey]: 4 },
      description: 'The kinds of change that occur.',
      resolve: ({ total }) => [...total.kinds],
    }),
  }),
});

const CodeTotals = builder.objectRef<DiffTotals['codes']>('CodeTotals').implement({
  description: 'Codes as they are written, whatever they stand for.',
  fields: (t) => ({
    added: t.exposeInt('added', { description: 'Codes that only the second release has.' }),
    removed: t.exposeInt('removed', { description: 'Codes that only the first release has.' }),
  }),
});

const SelectableTotals = builder.objectRef<DiffTotals['selectable']>('SelectableTotals').implement({
  description:
    "Selectable codes by plain comparison of the two lists, as publishers' addenda count them, and what became of the lost ones.",
  fields: (t) => ({
    gained: t.exposeInt('gained', { description: 'Selectable in the second release only.' }),
    lost: t.exposeInt('lost', { description: 'Selectable in the first release only.' }),
    becameHeaders: t.exposeInt('becameHeaders', {
      description: 'Of the lost, those that became headers over new codes.',
    }),
    placeholdersReplaced: t.exposeInt('placeholdersReplaced', {
      description: 'Of the lost, those whose placeholder was replaced by new characters.',
    }),
    withoutHeirs: t.exposeInt('withoutHeirs', { description: 'Of the lost, the others.' }),
    revised: t.exposeInt('revised', {
      description: 'Selectable in both releases, with another display to the letter.',
    }),
  }),
});

interface TotalsOfDiff {
  readonly comparison: Comparison;
  readonly totals: DiffTotals;
}

const DiffTotalsType = builder.objectRef<TotalsOfDiff>('DiffTotals').implement({
  description: 'How many concepts changed, and how.',
  fields: (t) => ({
    concepts: t.int({
      description: 'Concepts that changed, groupings among them, each counted once.',
      resolve: ({ totals }) => totals.concepts,
    }),
    cosmetic: t.int({
      description: 'Of these, the ones in which only case, punctuation or spacing of texts differ.',
      resolve: ({ totals }) => totals.cosmetic,
    }),
    kinds: t.field({
      type: [KindTotalType],
      extensions: { [listSizeKey]: 10 },
      description: 'By kind of change, every kind; a concept can count under several.',
      resolve: ({ totals }) => [...totals.kinds],
    }),
    chapters: t.field({
      type: [ChapterTotalType],
      extensions: { [listSizeKey]: 25 },
      description: 'By chapter in tabular order, chapters without a change left out.',
      resolve: ({ comparison, totals }) => totals.chapters.map((total) => ({ comparison, total })),
    }),
    codes: t.field({
      type: CodeTotals,
      description: 'Codes that came and went.',
      resolve: ({ totals }) => totals.codes,
    }),
    selectable: t.field({
      type: SelectableTotals,
      description: "Selectable codes in the publishers' sense.",
      resolve: ({ totals }) => totals.selectable,
    }),
  }),
});

const Relevelled = builder
  .objectRef<{ readonly depth: number; readonly depthOrDisplay: number }>('Relevelled')
  .implement({
    description: 'Concepts of both releases that stand at another depth of the tree.',
    fields: (t) => ({
      depth: t.exposeInt('depth', { description: 'Their depth differs: they moved, or one above them.' }),
      depthOrDisplay: t.exposeInt('depthOrDisplay', {
        description:
          'Depth or display differs: the titles that changed where a publisher writes the depth into them, as WHO does with leading marks.',
      }),
    }),
  });

/** What the code system says of the parts. */
async function definedParts(
  { to, diff }: Comparison,
  which: 'compared' | 'onlyFrom' | 'onlyTo',
  { releases }: GatewayContext,
) {
  const parts = (await diff()).parts[which];
  const system = await releases.findCodeSystem(to.row.codeSystem);
  return (system?.parts ?? []).filter(({ code }) => parts.includes(code));
}

ReleaseDiff.implement({
  description:
    'What changed from one release to another, in either direction, adjacent or years apart. Only what both came with is compared: what one never had is not a change.',
  fields: (t) => ({
    from: t.field({ type: Release, description: 'The first release.', resolve: ({ from }) => from }),
    to: t.field({ type: Release, description: 'The second release.', resolve: ({ to }) => to }),
    comparedParts: t.field({
      type: [Term],
      extensions: { [listSizeKey]: 8 },
      description: 'The kinds of source that both came with, and that were compared.',
      resolve: (comparison, _args, context) => definedParts(comparison, 'compared', context),
    }),
    partsOnlyFrom: t.field({
      type: [Term],
      extensions: { [listSizeKey]: 8 },
      description: 'The kinds of source that only the first release came with: not compared.',
      resolve: (comparison, _args, context) => definedParts(comparison, 'onlyFrom', context),
    }),
    partsOnlyTo: t.field({
      type: [Term],
      extensions: { [listSizeKey]: 8 },
      description: 'The kinds of source that only the second release came with: not compared.',
      resolve: (comparison, _args, context) => definedParts(comparison, 'onlyTo', context),
    }),
    groupingsCompared: t.boolean({
      description:
        'Whether both releases hold the groupings over codes, such as chapters and blocks. Where one came without, groupings are left out, and codes are not said to have moved out of them.',
      resolve: async ({ diff }) => (await diff()).parts.groupings,
    }),
    totals: t.field({
      type: DiffTotalsType,
      args: changeFilter,
      description: 'The totals of the changes that the filter asks for.',
      resolve: async (comparison, filter, context) => ({
        comparison,
        totals: await countChanges(context, comparison, filter),
      }),
    }),
    relevelled: t.field({
      type: Relevelled,
      nullable: true,
      description:
        'How many concepts stand at another depth; null where groupings are not compared. Counted when asked for.',
      resolve: async ({ from, to, diff }, _args, { loaders }) =>
        (await diff()).parts.groupings ? await loaders.countRelevelled(from.row.id, to.row.id) : null,
    }),
    changes: t.field({
      type: ConceptChangeConnection,
      args: { ...changeFilter, ...pageArguments },
      description:
        'The concepts that changed, in the tabular order of the second release, with what is gone where it stood.',
      resolve: (comparison, { first, after, ...filter }, context) =>
        readChanges(context, comparison, filter, { first, after }),
    }),
  }),
});
