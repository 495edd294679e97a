// The GraphQL types of one change of an index entry: IndexChange, and what it leads to before and after.
import { compareReferences, diffOfWords, type ReferenceChange } from '@codeset/comparison';
import type { PlacedIndexChange } from '../answers/compare-indexes.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import type { ReleaseIndexEntry } from '../pinned-release.ts';
import { IndexChangeKind } from './change-words.ts';
import { WordRunType } from './concept-change.ts';
import { ReferenceKind } from './index-entry.ts';
import { IndexChange, IndexEntry, IndexReferenceRef } from './refs.ts';

interface ReferencesOfChange extends ReferenceChange {
  readonly from: ReleaseIndexEntry | null;
  readonly to: ReleaseIndexEntry | null;
}

function entryBefore({ comparison, change }: PlacedIndexChange): ReleaseIndexEntry | null {
  return change.from && { release: comparison.from, row: change.from };
}

function entryAfter({ comparison, change }: PlacedIndexChange): ReleaseIndexEntry | null {
  return change.to && { release: comparison.to, row: change.to };
}

const IndexReferenceChange = builder.objectRef<ReferencesOfChange>('IndexReferenceChange').implement({
  description: 'One lead of an index entry that differs.',
  fields: (t) => ({
    kind: t.field({
      type: ReferenceKind,
      description: 'To a code, a cell, or another line.',
      resolve: ({ kind }) => kind,
    }),
    column: t.exposeInt('column', {
      nullable: true,
      description: "The publisher's number of the column of a table's cell; null elsewhere.",
    }),
    before: t.field({
      type: IndexReferenceRef,
      nullable: true,
      description: 'In the first release; null where there was none.',
      resolve: ({ from, before }) => from && before && { entry: from, reference: before },
    }),
    after: t.field({
      type: IndexReferenceRef,
      nullable: true,
      description: 'In the second release; null where there is none.',
      resolve: ({ to, after }) => to && after && { entry: to, reference: after },
    }),
  }),
});

IndexChange.implement({
  description: 'One entry of an alphabetic index or table that differs between two releases.',
  fields: (t) => ({
    kinds: t.field({
      type: [IndexChangeKind],
      description: 'What became of it; never empty.',
      resolve: ({ change }) => [...change.kinds],
    }),
    index: t.exposeString('index', {
      description: 'Which index, as `codeSystem { indexKinds }` lists them.',
    }),
    path: t.stringList({
      description:
        'The terms from the main term down to its own, without nonessential modifiers; in the second release, else in the first.',
      resolve: ({ change }) => [...((change.after ?? change.before)?.path ?? [])],
    }),
    pathBefore: t.stringList({
      nullable: true,
      description:
        'The same in the first release; null when it is not there. Terms that differ in case, punctuation or spacing only are the same path.',
      resolve: ({ change }) => (change.before ? [...change.before.path] : null),
    }),
    from: t.field({
      type: IndexEntry,
      nullable: true,
      description: 'The entry in the first release; null when it is not there.',
      resolve: entryBefore,
    }),
    to: t.field({
      type: IndexEntry,
      nullable: true,
      description: 'The entry in the second release; null when it is not there.',
      resolve: entryAfter,
    }),
    cosmetic: t.boolean({
      description: 'Nothing differs but case, punctuation or spacing of its title.',
      resolve: ({ change }) => change.cosmetic,
    }),
    titleWords: t.field({
      type: [WordRunType],
      extensions: { [listSizeKey]: 4 },
      description: 'Both titles word by word, in reading order; one run where they are the same.',
      resolve: ({ change: { before, after } }) =>
        diffOfWords(before?.content.title ?? '', after?.content.title ?? ''),
    }),
    referenceChanges: t.field({
      type: [IndexReferenceChange],
      extensions: { [listSizeKey]: 2 },
      description:
        'What it led to and leads to, as far as that differs; opposite one another stand leads of one kind and, in tables, one column. Empty where only their order differs.',
      resolve: (placed) => {
        const { before, after } = placed.change;
        const differing = compareReferences(
          before?.content.references ?? [],
          after?.content.references ?? [],
        );
        const [from, to] = [entryBefore(placed), entryAfter(placed)];
        return differing.map((reference) => ({ ...reference, from, to }));
      },
    }),
  }),
});
